import type Stripe from "stripe";
import { planItems } from "./plan-item";
import { type PriceForSale, priceFor } from "./queries/price";
import type { OwnSubscription } from "./queries/subscription-of";
import { runningSubscription } from "./running-subscription";

/** Whether another plan can be chosen for it: in good standing, not about to end, not at rest. */
export function isChangeable({ status, endsAt, pause, price }: OwnSubscription): boolean {
  return (status === "active" || status === "trialing") && !endsAt && !pause && price !== null;
}

export type Refusal =
  | { outcome: "unknown_price" }
  /** The plan is the one they have. */
  | { outcome: "same_price" }
  /** It owes something, is about to end, is at rest, or isn't of the kind this shop sells. */
  | { outcome: "not_changeable" }
  | { outcome: "none_running" };

export type Change = {
  subscription: Stripe.Subscription;
  item: Stripe.SubscriptionItem;
  price: PriceForSale;
};

/** The user's subscription as Stripe has it now and the price it is to change to, or why it can't. */
export async function changeOf(userId: string, key: string): Promise<Change | Refusal> {
  const [answer, subscription] = await Promise.all([priceFor(key), runningSubscription(userId)]);
  if (answer.found !== "for_sale") return { outcome: "unknown_price" };
  if (!subscription) return { outcome: "none_running" };
  const { status, cancel_at, cancel_at_period_end, pause_collection } = subscription;
  const [item, second] = planItems(subscription);
  const sound = (status === "active" || status === "trialing") && pause_collection === null;
  if (!sound || cancel_at !== null || cancel_at_period_end || !item || second)
    return { outcome: "not_changeable" };
  if (item.price.id === answer.price.id) return { outcome: "same_price" };
  if (!Object.hasOwn(answer.price.amounts, subscription.currency)) return { outcome: "not_changeable" };
  return { subscription, item, price: answer.price };
}
