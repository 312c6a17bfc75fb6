import { invalidRequest, missingReference } from "../core/errors";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { createCardPaymentMethod } from "./card-payment-method";
import { cardByPaymentMethod } from "./cards";
import { cardRecord } from "./issuer";

/**
 * The payment method an id in a parameter stands for. A `pm_card_*` id makes a new one each time.
 * Throws 400 `resource_missing` for an id of nothing, and refuses one that was used up.
 */
export function paymentMethodOf(work: Work, id: string, param: string): Held<"payment_method"> {
  const method = magicPaymentMethod(work, id) ?? work.store.get("payment_method", id);
  if (!method) throw missingReference("PaymentMethod", id, param);
  if (cardRecord(work, method).spent) throw alreadyUsed(param);
  return method;
}

/** A new payment method for one of Stripe's `pm_card_*` ids, or null when the id is none of them. */
export function magicPaymentMethod(work: Work, id: string): Held<"payment_method"> | null {
  const card = cardByPaymentMethod(id);
  if (!card) return null;
  const today = new Date(work.now() * 1000);
  return createCardPaymentMethod(work, {
    number: card.number,
    expMonth: today.getUTCMonth() + 1,
    expYear: today.getUTCFullYear() + 1,
    cvcGiven: true,
  });
}

function alreadyUsed(param: string) {
  return invalidRequest(
    "This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.",
    { code: "payment_method_unexpected_state", param },
  );
}
