import type Stripe from "stripe";
import { isLive, isRunning, type Named } from "../status";
import { ownIntent } from "./own-intent";
import { settlePayment } from "./settle-payment";

export type PaymentOutcome =
  /** No payment of this person's: a link that was changed, shortened or isn't theirs. */
  | { outcome: "not_found" }
  /** Paid, and what it paid for is open. `paymentIntent` names the receipt. */
  | { outcome: "succeeded"; paymentIntent: string }
  | { outcome: "processing" }
  /** The bank wants to hear from the person first; the card form takes it up again. */
  | { outcome: "requires_action" }
  /** `reason` in Stripe's words for the cardholder. */
  | { outcome: "failed"; reason: string | null };

export type ReturnOutcome =
  | PaymentOutcome
  /** Paid, and what it paid for has ended since. */
  | { outcome: "ended" };

/**
 * Finds out at Stripe what became of a payment the browser comes back from, and writes it to the mirror with all that
 * access is decided on. The browser's word counts for nothing, and no webhook need have arrived.
 *
 * @param userId from the session
 * @param clientSecret `payment_intent_client_secret` of the return URL
 * https://docs.stripe.com/payments/payment-element#web-submit-payment
 * @throws Stripe's or the database's error; asking again later is safe
 */
export async function settleReturn({
  userId,
  clientSecret,
}: {
  userId: string;
  clientSecret: string;
}): Promise<ReturnOutcome> {
  const seen = await ownIntent(userId, clientSecret);
  if (!seen) return { outcome: "not_found" };
  const subscription = await settlePayment(seen);
  const paid = paymentOutcome(seen.object);
  if (paid.outcome !== "succeeded" || !subscription || isRunning(subscription.status)) return paid;
  return { outcome: isLive(subscription.status) ? "processing" : "ended" };
}

type IntentStatus = Named<Stripe.PaymentIntent.Status>;

const outcomes: Record<IntentStatus, (intent: Stripe.PaymentIntent) => PaymentOutcome> = {
  succeeded: ({ id }) => ({ outcome: "succeeded", paymentIntent: id }),
  processing: () => ({ outcome: "processing" }),
  requires_capture: () => ({ outcome: "processing" }),
  requires_action: () => ({ outcome: "requires_action" }),
  requires_confirmation: failed,
  requires_payment_method: failed,
  canceled: failed,
};

function failed({ last_payment_error }: Stripe.PaymentIntent): PaymentOutcome {
  return { outcome: "failed", reason: last_payment_error?.message ?? null };
}

/** What a payment in each status means to whoever made it. */
export function paymentOutcome(intent: Stripe.PaymentIntent): PaymentOutcome {
  return isNamed(intent.status) ? outcomes[intent.status](intent) : { outcome: "processing" };
}

function isNamed(status: string): status is IntentStatus {
  return Object.hasOwn(outcomes, status);
}
