/**
 * An amount in minor units as people write it: 1900 usd is "$19.00", 1900 jpy is "¥1,900".
 */
export function formatMoney(amount: number, currency: string): string {
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}
