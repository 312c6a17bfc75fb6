import { money } from "../billing/money";
import { MAXIMUM_CHARGE, minimumCharge } from "../billing/settlement";
import { invalidRequest } from "../core/errors";

/** Refuses an amount, in minor units, that can't be charged. */
export function checkAmount(amount: number, currency: string, param = "amount"): void {
  if (amount < 1) {
    throw invalidRequest(
      "The amount must be greater than or equal to the minimum charge amount allowed for your account and the currency set (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).  If you want to save a Payment Method for future use without an immediate payment, use a Setup Intent instead: https://docs.stripe.com/payments/setup-intents",
      { code: "parameter_invalid_integer", param },
    );
  }
  if (amount < minimumCharge(currency)) {
    const least = money(minimumCharge(currency), currency);
    throw invalidRequest(`Amount must be at least ${least} ${currency}`, { code: "amount_too_small", param });
  }
  if (amount > MAXIMUM_CHARGE) {
    const most = money(MAXIMUM_CHARGE, currency);
    throw invalidRequest(`Amount must be no more than ${most}`, { code: "amount_too_large", param });
  }
}
