import { Link } from "@/components/ui/link";
import type { Interval } from "@/lib/billing/config";
import { pricingPath } from "./path";

const words: Record<Interval, string> = { month: "By the month", year: "By the year" };

type IntervalLinksProps = {
  intervals: readonly Interval[];
  current: Interval;
  /** As the visitor asked for; null where they didn't. */
  currency: string | null;
  /** "two months", when a year saves as much with every plan. */
  saving: string | undefined;
};

/** Month or year as plain links, so that the choice has an address and needs no script. */
export function IntervalLinks({ intervals, current, currency, saving }: IntervalLinksProps) {
  return (
    <nav aria-label="Billing period" className="flex flex-wrap items-center gap-x-6 gap-y-1">
      {intervals.map((interval) => (
        <Link
          key={interval}
          href={pricingPath(interval, currency)}
          scroll={false}
          {...(interval === current && { "aria-current": "true" })}
          className="inline-flex min-h-11 items-center text-17 text-ink-soft decoration-accent decoration-2 underline-offset-8 hover:text-ink aria-[current]:font-medium aria-[current]:text-ink aria-[current]:underline"
        >
          {words[interval]}
        </Link>
      ))}
      {saving && <p className="text-15 text-ink-soft">Paying by the year saves {saving}.</p>}
    </nav>
  );
}
