import type { Held } from "../../core/kinds";
import { type Period, periodEnd, periodUntil } from "../periods";
import { type RecurringPrice, recurrenceOf } from "../price";

/**
 * The whole period that `period` of an item is the last part of, which its price is for: one is shorter up to a first
 * anchor, or where its subscription ends within it. Any other is whole itself.
 */
export function wholePeriod(
  { billing_cycle_anchor: anchor }: Held<"subscription">,
  price: RecurringPrice,
  period: Period,
): Period {
  const recurrence = recurrenceOf(price);
  const whole =
    anchor > period.start
      ? periodUntil(anchor, recurrence)
      : { start: period.start, end: periodEnd(period.start, recurrence, anchor) };
  const length = Math.max(whole.end - whole.start, period.end - period.start);
  return { start: period.end - length, end: period.end };
}
