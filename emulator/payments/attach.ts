import { invalidRequest } from "../core/errors";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { checkedByIssuer } from "./card-payment-method";
import { declinedCard } from "./decline-body";
import { cardBehind } from "./issuer";
import { paymentMethodOf } from "./payment-method-of";

type PaymentMethod = Held<"payment_method">;

/**
 * Saves a payment method to a customer on request. `id` may be a `pm_card_*` one.
 * Throws 402 for a card that can't be saved, 400 for one that is another customer's.
 */
export function attachPaymentMethod(work: Work, id: string, customer: string): PaymentMethod {
  const method = paymentMethodOf(work, id, "payment_method");
  if (method.customer !== null && method.customer !== customer) throw belongsToAnother();
  const { attach: outcome } = cardBehind(work, method).behaviour;
  if (outcome.result === "declined") throw declinedCard(outcome.decline);
  return attach(work, method, customer);
}

/** Saves the payment method to the customer and emits `payment_method.attached`; does nothing when it is there. */
export function attach(work: Work, method: PaymentMethod, customer: string): PaymentMethod {
  if (method.customer === customer) return method;
  const checked = checkedByIssuer(method, cardBehind(work, method));
  const attached = work.store.put("payment_method", { ...checked, customer });
  work.emit("payment_method.attached", attached);
  return attached;
}

function belongsToAnother() {
  return invalidRequest("The payment method you provided has already been attached to a customer.", {
    code: "payment_method_unexpected_state",
    param: "payment_method",
  });
}
