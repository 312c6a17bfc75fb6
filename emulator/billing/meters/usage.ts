import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import type { Period } from "../periods";

type Use = Held<"_meter_event">;
type Formula = Held<"billing.meter">["default_aggregation"]["formula"];

/** What reported uses come to, by a meter's formula; they are in the order of their time. */
export const AGGREGATE: Readonly<Record<Formula, (uses: readonly Pick<Use, "value">[]) => number>> = {
  count: (uses) => uses.length,
  last: (uses) => uses.at(-1)?.value ?? 0,
  sum: (uses) => uses.reduce((total, { value }) => total + value, 0),
};

/** What a customer used of a meter from a period's start up to and without its end; never less than nothing. */
export function usageOf(work: Work, meterId: string | null, customer: string, period: Period): number {
  const meter = meterId === null ? undefined : work.store.get("billing.meter", meterId);
  if (meter === undefined) return 0;
  const uses = usesOf(work, meter.id, customer, period);
  return Math.max(0, AGGREGATE[meter.default_aggregation.formula](uses));
}

/** The uses that were reported for a period, oldest first. */
export function usesOf(work: Work, meter: string, customer: string, period: Period): readonly Use[] {
  return work.store
    .list("_meter_event", "use", `${meter} ${customer}`)
    .filter(({ timestamp }) => timestamp >= period.start && timestamp < period.end)
    .reverse();
}
