import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { planItem } from "./plan-item";

/** What a person must have seen of their subscription to decide about it. Times are unix seconds. */
type Seen = {
  id: string;
  price: string | null;
  quantity: number | null;
  cancelAt: number | null;
  cancelAtPeriodEnd: boolean;
  paused: boolean;
};

/**
 * A short name for how a subscription stands, which a form carries from its page to the server: where it differs by then,
 * the subscription was changed elsewhere and the person has decided about something that is no more.
 */
export function stampOf(seen: Seen): string {
  const { id, price, quantity, cancelAt, cancelAtPeriodEnd, paused } = seen;
  const content = JSON.stringify([id, price, quantity, cancelAt, cancelAtPeriodEnd, paused]);
  return createHash("sha256").update(content).digest("base64url").slice(0, 16);
}

/** The stamp of a subscription just read from Stripe. */
export function stampOfSubscription(subscription: Stripe.Subscription): string {
  const item = planItem(subscription);
  return stampOf({
    id: subscription.id,
    price: item?.price.id ?? null,
    quantity: item?.quantity ?? null,
    cancelAt: subscription.cancel_at,
    cancelAtPeriodEnd: subscription.cancel_at_period_end,
    paused: subscription.pause_collection !== null,
  });
}
