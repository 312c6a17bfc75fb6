import type { Amounts } from "../queries/amounts";

/** Why a price isn't sold in the currency asked for. */
export type CurrencyFault =
  /** The person's payments are in `settled`, and stay so: it is sold in that. */
  | { fault: "settled"; settled: string }
  /** They are, and the price has no amount in it: it can't be sold to them. */
  | { fault: "not_in_settled"; settled: string }
  /** The price has no amount in it. */
  | { fault: "not_sold"; wanted: string };

/**
 * In which currency a price is sold to somebody: that of their payments so far, else the one asked for, else the price's own.
 * https://docs.stripe.com/billing/customer#currency
 *
 * @param wanted empty for none
 */
export function currencyFor(
  { amounts, currency: own }: { amounts: Amounts; currency: string },
  wanted: string,
  settled: string | null,
): { currency: string; fault: CurrencyFault | null } {
  if (settled && Object.hasOwn(amounts, settled)) {
    return { currency: settled, fault: wanted && wanted !== settled ? { fault: "settled", settled } : null };
  }
  if (settled) return { currency: own, fault: { fault: "not_in_settled", settled } };
  if (!wanted || Object.hasOwn(amounts, wanted)) return { currency: wanted || own, fault: null };
  return { currency: own, fault: { fault: "not_sold", wanted } };
}
