import { ceiling, type Fraction, floor, fraction, plus } from "./fraction";

const half = fraction(1, 2);
const minusHalf = fraction(-1, 2);

/** Nearest whole minor unit, a tie going up: how prices, fees and taxes round. */
export function roundHalfUp(amount: Fraction): number {
  return Number(floor(plus(amount, half)));
}

/**
 * Nearest whole minor unit, a tie going down (−2.5 → −3, 4.5 → 4): how a prorated line rounds.
 * Stripe publishes no rule; this one agrees with every amount seen on the real API, and neither
 * rounding down nor rounding ties up does.
 */
export function roundHalfDown(amount: Fraction): number {
  return Number(ceiling(plus(amount, minusHalf)));
}
