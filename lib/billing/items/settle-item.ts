import type Stripe from "stripe";
import { db } from "@/db/client";
import { mirror, mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { ownIntent } from "../checkout/own-intent";
import { type PaymentOutcome, paymentOutcome } from "../checkout/settle-return";
import { followItemPayment } from "../follow-item-payment";
import { idOf } from "../ids";

/**
 * Finds out at Stripe what became of the payment of something bought once that the browser comes back from, writes it to
 * the mirror, and opens what was paid for. The browser's word counts for nothing, and no webhook need have arrived.
 *
 * @param userId from the session
 * @param clientSecret `payment_intent_client_secret` of the return URL
 * @throws Stripe's or the database's error; asking again later is safe
 */
export async function settleItem({
  userId,
  clientSecret,
}: {
  userId: string;
  clientSecret: string;
}): Promise<PaymentOutcome> {
  const seen = await ownIntent(userId, clientSecret);
  if (!seen) return { outcome: "not_found" };
  await mirror(seen);
  if (seen.object.status === "succeeded") await settleItemPayment(seen.object);
  return paymentOutcome(seen.object);
}

/**
 * Writes a payment's card and charge to the mirror, and brings what it opens in line with them.
 *
 * @returns whether it is open now; null for a payment of anything else
 */
export async function settleItemPayment(intent: Stripe.PaymentIntent): Promise<boolean | null> {
  const card = idOf(intent.payment_method);
  const charge = idOf(intent.latest_charge);
  if (card) await mirrorFetched("payment_method", card);
  if (charge) await mirrorFetched("charge", charge);
  return db.transaction((tx) => followItemPayment(tx, intent.id));
}
