import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { idOf } from "../ids";
import { runningAtStripe } from "../subscription/running-at-stripe";
import { ownCard } from "./own-card";

export type RemovalOutcome =
  | { outcome: "card_removed" }
  /** A running subscription is paid with it, or it is the only one that could pay. */
  | { outcome: "card_needed" }
  /** No card of this person's, or none any more. */
  | { outcome: "card_not_found" };

/**
 * Removes a saved card for good: Stripe never lets it be used again.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error; asking again is safe
 * https://docs.stripe.com/api/payment_methods/detach
 */
export async function removeCard({
  userId,
  card,
}: {
  userId: string;
  card: string;
}): Promise<RemovalOutcome> {
  const seen = await ownCard(userId, card);
  const customer = idOf(seen?.object.customer);
  if (!seen || !customer) return { outcome: "card_not_found" };
  await mirror(seen);
  if (await isNeeded(card, customer)) return { outcome: "card_needed" };
  await mirror(await observe(() => stripe().paymentMethods.detach(card)));
  await mirror(await observe(() => stripe().customers.retrieve(customer)));
  return { outcome: "card_removed" };
}

async function isNeeded(card: string, customerId: string): Promise<boolean> {
  const running = await runningAtStripe(customerId);
  if (running.length === 0) return false;
  const { data: cards } = await stripe().customers.listPaymentMethods(customerId, { limit: 2 });
  if (cards.length < 2) return true;
  const customer = await stripe().customers.retrieve(customerId);
  const fallback = customer.deleted ? null : idOf(customer.invoice_settings.default_payment_method);
  return running.some((subscription) => (idOf(subscription.default_payment_method) ?? fallback) === card);
}
