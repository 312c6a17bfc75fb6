import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { declinedCard } from "../../payments/decline-body";
import { collect } from "../invoices/collect";
import { intentOf } from "../invoices/payment";
import { actionRequired } from "./action-required";
import type { Creation } from "./creation-events";
import { noMethodToCharge, payingMethod } from "./payment-method";

type Behavior = NonNullable<ParamsOf<"subscriptions.create">["payment_behavior"]>;

/**
 * Collects a new subscription's first invoice, or leaves it to the browser, as `payment_behavior` says.
 * Throws 400 with nothing to charge, and 402 where a subscription that isn't paid must not come to be.
 * https://docs.stripe.com/api/subscriptions/create#create_subscription-payment_behavior
 */
export function payFirstInvoice(
  work: Work,
  subscription: Held<"subscription">,
  invoice: Held<"invoice">,
  params: { readonly payment_behavior?: Behavior; readonly off_session?: boolean },
): Creation {
  const behavior = params.payment_behavior ?? "allow_incomplete";
  const method = payingMethod(work, subscription);
  if (behavior === "default_incomplete") return leaveToBrowser(work, invoice, method);
  if (!method) throw noMethodToCharge();
  const attempt = collect(work, invoice, method, params.off_session === true);
  if (!attempt || attempt.result === "succeeded") return "paid";
  if (behavior === "error_if_incomplete") {
    throw attempt.result === "declined" ? declinedCard(attempt.decline) : actionRequired();
  }
  return attempt.result;
}

/** The browser confirms the PaymentIntent; with a payment method on file that is all it has to do. */
function leaveToBrowser(
  work: Work,
  invoice: Held<"invoice">,
  method: Held<"payment_method"> | null,
): Creation {
  const intent = intentOf(work, invoice);
  if (intent && method) {
    work.store.update("payment_intent", intent.id, {
      payment_method: method.id,
      status: "requires_confirmation",
    });
  }
  return "waiting";
}
