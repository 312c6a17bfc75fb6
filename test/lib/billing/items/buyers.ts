import { accessFor } from "@/lib/billing/access";
import { intentIdOf } from "@/lib/billing/ids";
import { beginItem } from "@/lib/billing/items/begin-item";
import { settleItem } from "@/lib/billing/items/settle-item";
import { customerOf } from "@/lib/billing/queries/customer";
import { receiver } from "@/lib/billing/receiver";
import { stripe } from "@/lib/stripe/client";
import { catchUp } from "@/lib/stripe/webhooks/catch-up";
import { aPerson } from "../support/people";
import { pay } from "../support/shop";

/** Takes in what Stripe has to tell, as deliveries would have brought it. */
export const hear = () => catchUp(receiver);
export const canRead = async (userId: string) => (await accessFor(userId)).can("handbook");

/** Begins a purchase that has to be ready for payment. Returns its client secret. */
export async function begin(userId: string): Promise<string> {
  const begun = await beginItem({ userId, item: "handbook" });
  if (begun.outcome !== "ready") throw new Error(begun.outcome);
  return begun.clientSecret;
}

export async function aBuyer(card = "pm_card_visa") {
  const userId = await aPerson();
  const clientSecret = await begin(userId);
  await pay(clientSecret, card);
  await settleItem({ userId, clientSecret });
  return { userId, clientSecret, payment: intentIdOf(clientSecret) ?? "" };
}

export async function paymentsOf(userId: string) {
  const customer = await customerOf(userId);
  return (await stripe().paymentIntents.list({ customer: customer ?? "" })).data;
}
