import type { StripeCheckoutAmount } from "@stripe/stripe-js";
import { formatMoney } from "../../pages/money";

/** Writes amounts of a currency, given in minor units, as a session has them. */
export function moneyIn(currency: string): (minorUnitsAmount: number) => StripeCheckoutAmount {
  return (minorUnitsAmount) => ({ amount: formatMoney(minorUnitsAmount, currency), minorUnitsAmount });
}
