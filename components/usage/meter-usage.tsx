import { DateText } from "@/components/ui/date-text";
import { Fact, Facts } from "@/components/ui/facts";
import type { Usage } from "@/lib/billing/queries/usage";
import { type UsagePrice, usageCost } from "@/lib/billing/usage/usage-price";
import { formatMoney } from "@/lib/money";
import { units } from "./units";

type MeterUsageProps = {
  name: string;
  /** "call". */
  unit: string;
  usage: Usage;
  /** Null where it can't be had just now. */
  price: UsagePrice | null;
  locale: string;
};

/** What was used of one meter in the running period, what it costs so far, and when it is billed. */
export function MeterUsage({ name, unit, usage, price, locale }: MeterUsageProps) {
  const { used, reported, periodStart, periodEnd, currency } = usage;
  const number = new Intl.NumberFormat(locale);
  const counted = (count: number) => units(count, unit, locale);
  return (
    <section aria-labelledby={usage.meter} className="mb-10">
      <h2 id={usage.meter} className="text-21 font-semibold">
        {name}
      </h2>
      <p className="mt-1 text-15 text-ink-soft">
        Since <DateText value={periodStart} locale={locale} />, billed on{" "}
        <DateText value={periodEnd} locale={locale} />.
      </p>
      {price && price.included > 0 && (
        <meter
          className="mt-4 block h-2 w-full"
          min={0}
          max={price.included}
          value={Math.min(used, price.included)}
          aria-label={`${counted(used)} of ${number.format(price.included)} included`}
        />
      )}
      <Facts className="mt-4">
        <Fact term="Used so far">{counted(used)}</Fact>
        {price && <Fact term="Included">{counted(price.included)}</Fact>}
        {price && <Fact term={`Each ${unit} beyond`}>{formatMoney(price.each, currency, locale)}</Fact>}
        {price && <Fact term="Cost so far">{formatMoney(usageCost(price, used), currency, locale)}</Fact>}
        <Fact term="Confirmed for your invoice">{counted(reported)}</Fact>
      </Facts>
      {!price && (
        <p className="mt-3 text-15 text-ink-soft">
          What it costs can't be shown just now. Nothing is lost: your calls are counted.
        </p>
      )}
    </section>
  );
}
