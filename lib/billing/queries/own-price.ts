import type { Interval } from "../config";
import { isInterval } from "../interval";
import { amountsOf } from "./amounts";

/** What an item of a subscription costs its owner an interval, all seats together: minor units of the currency they pay in. */
export type OwnPrice = { amount: number; currency: string; interval: Interval };

type Priced = {
  /** The price's own: minor units of `currency`, and by further currencies. */
  amount: number | null;
  currency: string | null;
  options: unknown;
  interval: string | null;
  /** The subscription's currency. */
  paidIn: string | null;
  quantity: number | null;
};

/** Null for a price that isn't of a fixed amount by the month or year. */
export function ownPrice({ amount, currency, options, interval, paidIn, quantity }: Priced): OwnPrice | null {
  if (amount === null || currency === null || paidIn === null || !isInterval(interval)) return null;
  const each = amountsOf(currency, amount, options)[paidIn];
  return each === undefined ? null : { amount: each * (quantity ?? 1), currency: paidIn, interval };
}
