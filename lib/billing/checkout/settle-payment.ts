import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror, mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { type Observation, observe } from "@/lib/stripe/mirror/observe";
import { idOf } from "../ids";

/**
 * Writes a payment to the mirror with its card, its invoice, its subscription and what that opens: all that access is
 * decided on.
 *
 * @returns the subscription it is for, as it is now; null where it is for none
 */
export async function settlePayment(
  seen: Observation<Stripe.PaymentIntent>,
): Promise<Stripe.Subscription | null> {
  await mirror(seen);
  const card = idOf(seen.object.payment_method);
  if (card) await mirrorFetched("payment_method", card);
  const { data } = await stripe().invoicePayments.list({
    payment: { type: "payment_intent", payment_intent: seen.object.id },
  });
  const [payment] = data;
  const invoiceId = idOf(payment?.invoice);
  if (!payment || !invoiceId) return null;
  await mirrorFetched("invoice_payment", payment.id);
  const invoice = await observe(() => stripe().invoices.retrieve(invoiceId));
  await mirror(invoice);
  return settleSubscription(idOf(invoice.object.parent?.subscription_details?.subscription));
}

/** Writes a subscription to the mirror as it is now, with the features of what it is for. */
export async function settleSubscription(id: string | null): Promise<Stripe.Subscription | null> {
  if (id === null) return null;
  const subscription = await observe(() => stripe().subscriptions.retrieve(id));
  await mirror(subscription);
  const products = subscription.object.items.data.flatMap(({ price }) => idOf(price.product) ?? []);
  for (const product of new Set(products)) await mirrorFetched("product_feature_list", product);
  return subscription.object;
}
