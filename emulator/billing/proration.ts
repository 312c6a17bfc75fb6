import { type Fraction, fraction, negated, times } from "./fraction";
import type { Period } from "./periods";
import { exactAmount, type Pricing } from "./price-amount";
import { roundHalfDown } from "./rounding";

/** The part of `period` that is left at `at` (unix seconds), between 0 and 1. */
function remainingShare(period: Period, at: number): Fraction {
  const now = Math.min(Math.max(at, period.start), period.end);
  return fraction(period.end - now, period.end - period.start);
}

const WHOLE = fraction(1);

/** What is given back of a charge of `net` minor units for the time of `period` from `at` on: zero or negative. */
export function unusedTime(net: number, period: Period, at: number): number {
  return roundHalfDown(negated(times(remainingShare(period, at), fraction(net))));
}

/** What the remaining time of `quantity` units costs, in whole minor units, of which discounts leave `net`. */
export function remainingTime(
  pricing: Pricing,
  quantity: number,
  period: Period,
  at: number,
  net: Fraction = WHOLE,
): number {
  return roundHalfDown(times(net, times(remainingShare(period, at), exactAmount(pricing, quantity))));
}
