import type { Counted } from "@/lib/billing/usage/counted";
import { formatMoney } from "@/lib/money";

/** What use costs beside a plan, in a sentence: "API calls: 1,000 a month are included, and each one more is $0.01." */
export function countedWords({ name, price }: Counted, currency: string, locale: string): string {
  if (!price) return `${name} are billed by use at the end of each month.`;
  const each = formatMoney(price.each, currency, locale);
  if (price.included === 0) return `${name}: each one is ${each}, billed at the end of each month.`;
  const included = new Intl.NumberFormat(locale).format(price.included);
  return `${name}: ${included} a month are included, and each one more is ${each}.`;
}
