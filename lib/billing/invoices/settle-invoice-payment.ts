import type Stripe from "stripe";
import { ownIntent } from "../checkout/own-intent";
import { settlePayment } from "../checkout/settle-payment";
import type { Named } from "../status";

export type InvoicePaymentOutcome =
  | { outcome: "invoice_paid" }
  | { outcome: "payment_on_its_way" }
  | { outcome: "payment_failed" }
  /** No payment of this person's: a link that was changed, shortened or isn't theirs. */
  | { outcome: "invoice_not_found" };

/**
 * Finds out at Stripe what became of the payment of an invoice that the browser comes back from, and writes it to the mirror.
 *
 * @param userId from the session
 * @param clientSecret `payment_intent_client_secret` of the return URL
 * @throws Stripe's or the database's error; asking again is safe
 */
export async function settleInvoicePayment({
  userId,
  clientSecret,
}: {
  userId: string;
  clientSecret: string;
}): Promise<InvoicePaymentOutcome> {
  const seen = await ownIntent(userId, clientSecret);
  if (!seen) return { outcome: "invoice_not_found" };
  await settlePayment(seen);
  const { status } = seen.object;
  return { outcome: isNamed(status) ? outcomes[status] : "payment_on_its_way" };
}

type IntentStatus = Named<Stripe.PaymentIntent.Status>;

const outcomes: Record<IntentStatus, InvoicePaymentOutcome["outcome"]> = {
  succeeded: "invoice_paid",
  processing: "payment_on_its_way",
  requires_capture: "payment_on_its_way",
  requires_action: "payment_failed",
  requires_confirmation: "payment_failed",
  requires_payment_method: "payment_failed",
  canceled: "payment_failed",
};

function isNamed(status: string): status is IntentStatus {
  return Object.hasOwn(outcomes, status);
}
