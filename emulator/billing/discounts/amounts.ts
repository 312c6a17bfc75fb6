import { decimal, fraction, times } from "../fraction";
import { roundHalfUp } from "../rounding";

/** What a coupon takes off: a share in percent, or an amount in minor units. */
export type Reduction =
  | { readonly kind: "percent"; readonly percent: number }
  | { readonly kind: "amount"; readonly amount: number };

/**
 * What a reduction takes off each of the amounts it covers (minor units, none negative). A percentage is
 * rounded amount by amount, a tie going up; an amount is shared out in proportion, each share rounded down and
 * the last one taking the rest (those before it what it has no room for), and never takes more than there is.
 * https://docs.stripe.com/billing/subscriptions/coupons
 */
export function discountAmounts(amounts: readonly number[], reduction: Reduction): number[] {
  return reduction.kind === "percent"
    ? amounts.map((amount) => percentOf(amount, reduction.percent))
    : shares(amounts, reduction.amount);
}

function percentOf(amount: number, percent: number): number {
  return roundHalfUp(times(fraction(amount, 100), decimal(String(percent))));
}

function shares(amounts: readonly number[], reduction: number): number[] {
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  const off = Math.min(reduction, sum);
  if (off === 0) return amounts.map(() => 0);
  const parts = amounts.map((amount) => Number((BigInt(amount) * BigInt(off)) / BigInt(sum)));
  let rest = off - parts.reduce((total, part) => total + part, 0);
  for (let index = amounts.length - 1; rest > 0; index--) {
    const part = parts[index] ?? 0;
    const taken = Math.min(rest, (amounts[index] ?? 0) - part);
    parts[index] = part + taken;
    rest -= taken;
  }
  return parts;
}
