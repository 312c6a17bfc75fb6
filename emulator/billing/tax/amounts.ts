import { decimal, type Fraction, fraction, plus, times } from "../fraction";
import { roundHalfUp } from "../rounding";

export interface Rate {
  readonly id: string;
  readonly inclusive: boolean;
  /** 7.25 for 7.25 %. */
  readonly percentage: number;
}

export interface TaxAmount {
  readonly rate: Rate;
  /** Minor units, as everything here. */
  readonly amount: number;
  readonly taxable: number;
}

const hundred = fraction(100);

/**
 * The taxes on an amount that discounts have been taken from already, rate by rate. Inclusive ones are within
 * the amount and share its net; exclusive ones come on top of that net. Each is rounded by itself, a tie away
 * from zero, so that a credit gives back what its debit took. https://docs.stripe.com/billing/taxes/tax-rates
 */
export function taxAmounts(amount: number, rates: readonly Rate[]): TaxAmount[] {
  const inclusive = rates.filter((rate) => rate.inclusive);
  const share = inclusive.reduce((sum, rate) => plus(sum, decimal(String(rate.percentage))), hundred);
  const net = times(fraction(amount), fraction(100n * share.denominator, share.numerator));
  const within = inclusive.map((rate) => roundAway(ofNet(net, rate)));
  const taxable = amount - within.reduce((sum, tax) => sum + tax, 0);
  return rates.map((rate) => ({ rate, amount: roundAway(ofNet(net, rate)), taxable }));
}

function ofNet(net: Fraction, { percentage }: Rate): Fraction {
  return times(net, times(decimal(String(percentage)), fraction(1, 100)));
}

function roundAway(amount: Fraction): number {
  const rounded = roundHalfUp(
    fraction(amount.numerator < 0n ? -amount.numerator : amount.numerator, amount.denominator),
  );
  return amount.numerator < 0n && rounded !== 0 ? -rounded : rounded;
}
