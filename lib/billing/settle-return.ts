import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror, mirrorFetched } from "@/lib/stripe/mirror/mirror";

import { type Observation, observe } from "@/lib/stripe/mirror/observe";
import { idOf, intentIdOf } from "./ids";
import { customerOf } from "./queries/customer";
import { isRunning, type Named } from "./status";

export type ReturnOutcome =
  /** No payment of this person's: a link that was changed, shortened or isn't theirs. */
  | { outcome: "not_found" }
  /** Paid, and what it paid for is open. `paymentIntent` names the receipt. */
  | { outcome: "succeeded"; paymentIntent: string }
  | { outcome: "processing" }
  /** The bank wants to hear from the person first; the card form takes it up again. */
  | { outcome: "requires_action" }
  /** `reason` in Stripe's words for the cardholder. */
  | { outcome: "failed"; reason: string | null };

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
  await mirror(seen);
  const intent = seen.object;
  const card = idOf(intent.payment_method);
  if (card) await mirrorFetched("payment_method", card);
  const running = await settleSubscription(intent.id);
  return outcomeOf(intent, running);
}

/** The payment that the secret opens, if it is this user's customer who pays. */
async function ownIntent(
  userId: string,
  clientSecret: string,
): Promise<Observation<Stripe.PaymentIntent> | null> {
  const id = intentIdOf(clientSecret);
  const customer = await customerOf(userId);
  if (!id || !customer) return null;
  try {
    const seen = await observe(() => stripe().paymentIntents.retrieve(id));
    const { client_secret, customer: payer } = seen.object;
    return client_secret === clientSecret && idOf(payer) === customer ? seen : null;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing")
      return null;
    throw error;
  }
}

/** Mirrors the subscription that a payment is for. Returns whether it has begun; true where it is for none. */
async function settleSubscription(paymentIntent: string): Promise<boolean> {
  const { data } = await stripe().invoicePayments.list({
    payment: { type: "payment_intent", payment_intent: paymentIntent },
  });
  const [payment] = data;
  const invoiceId = idOf(payment?.invoice);
  if (!payment || !invoiceId) return true;
  await mirrorFetched("invoice_payment", payment.id);
  const invoice = await observe(() => stripe().invoices.retrieve(invoiceId));
  await mirror(invoice);
  const subscriptionId = idOf(invoice.object.parent?.subscription_details?.subscription);
  if (!subscriptionId) return true;
  const subscription = await observe(() => stripe().subscriptions.retrieve(subscriptionId));
  await mirror(subscription);
  const products = subscription.object.items.data.flatMap(({ price }) => idOf(price.product) ?? []);
  for (const product of new Set(products)) await mirrorFetched("product_feature_list", product);
  return isRunning(subscription.object.status);
}

type IntentStatus = Named<Stripe.PaymentIntent.Status>;

const outcomes: Record<IntentStatus, (intent: Stripe.PaymentIntent, running: boolean) => ReturnOutcome> = {
  succeeded: ({ id }, running) =>
    running ? { outcome: "succeeded", paymentIntent: id } : { outcome: "processing" },
  processing: () => ({ outcome: "processing" }),
  requires_capture: () => ({ outcome: "processing" }),
  requires_action: () => ({ outcome: "requires_action" }),
  requires_confirmation: failed,
  requires_payment_method: failed,
  canceled: failed,
};

function failed({ last_payment_error }: Stripe.PaymentIntent): ReturnOutcome {
  return { outcome: "failed", reason: last_payment_error?.message ?? null };
}

function outcomeOf(intent: Stripe.PaymentIntent, running: boolean): ReturnOutcome {
  return isNamed(intent.status) ? outcomes[intent.status](intent, running) : { outcome: "processing" };
}

function isNamed(status: string): status is IntentStatus {
  return Object.hasOwn(outcomes, status);
}
