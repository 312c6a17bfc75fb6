import { Link } from "@/components/ui/link";
import type { Interval } from "@/lib/billing/config";
import { pricingPath } from "./path";

type CurrencyLinksProps = {
  currencies: readonly string[];
  current: string;
  interval: Interval;
  locale: string;
};

/** In which currency prices are shown and paid, as plain links. */
export function CurrencyLinks({ currencies, current, interval, locale }: CurrencyLinksProps) {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  return (
    <nav aria-label="Currency" className="flex flex-wrap items-center gap-x-5 gap-y-1">
      {currencies.map((currency) => (
        <Link
          key={currency}
          href={pricingPath(interval, currency)}
          scroll={false}
          title={names.of(currency.toUpperCase())}
          {...(currency === current && { "aria-current": "true" })}
          className="inline-flex min-h-11 items-center text-15 text-ink-soft decoration-accent decoration-2 underline-offset-8 hover:text-ink aria-[current]:font-medium aria-[current]:text-ink aria-[current]:underline"
        >
          {currency.toUpperCase()}
        </Link>
      ))}
    </nav>
  );
}
