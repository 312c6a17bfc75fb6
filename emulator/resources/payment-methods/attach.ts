import { customerOf, forgetDefaultMethod } from "../../billing/customer";
import { forgetOwnMethod } from "../../billing/subscriptions/payment-method";
import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { operation } from "../../core/operation";
import type { Work } from "../../core/work";
import { attachPaymentMethod } from "../../payments/attach";
import { markSpent } from "../../payments/issuer";
import { addressedMethod } from "./read";

/** https://docs.stripe.com/api/payment_methods/attach */
export const attachToCustomer = operation("paymentMethods.attach", (call) => {
  const method = addressedMethod(call);
  if (call.params.customer === undefined) {
    throw invalidRequest("Must provide customer or customer_account.", { code: "parameter_missing" });
  }
  return attachPaymentMethod(call, method.id, customerOf(call, call.params.customer).id);
});

/** The payment method can never be used again. https://docs.stripe.com/api/payment_methods/detach */
export const detachPaymentMethod = operation("paymentMethods.detach", (call) => {
  return detach(call, addressedMethod(call));
});

/** Takes a payment method from its customer, for good. */
export function detach(work: Work, method: Held<"payment_method">): Held<"payment_method"> {
  if (method.customer === null) {
    throw invalidRequest(
      "The payment method you provided is not attached to a customer so detachment is impossible.",
      { param: "payment_method" },
    );
  }
  const before = work.snapshot(method);
  const detached = work.store.put("payment_method", { ...method, customer: null });
  markSpent(work, detached);
  work.emit("payment_method.detached", detached, before);
  forgetDefaultMethod(work, method.customer, method.id);
  forgetOwnMethod(work, method.customer, method.id);
  return detached;
}
