import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { idOf } from "../ids";
import { type PriceForSale, priceFor } from "../queries/price";
import type { OwnSubscription } from "../queries/subscription-of";
import { planItems } from "../subscription/plan-item";
import { runningSubscription } from "../subscription/running-subscription";
import { type MeteredChange, meteredChanges } from "../usage/metered-items";
import { isGivenBack } from "./is-given-back";
import { keptOf } from "./kept-of";
import { planOf } from "./plan-of";
import { hasChangeAhead } from "./plan-schedule";

/** Whether another plan can be chosen for it: in good standing, not about to end or change, not at rest. */
export function isChangeable({ status, endsAt, pause, price, change }: OwnSubscription): boolean {
  const sound = (status === "active" || status === "trialing") && !endsAt && !pause && !change;
  return sound && price !== null;
}

export type Refusal =
  | { outcome: "unknown_price" }
  /** The plan is the one they have. */
  | { outcome: "same_price" }
  /** The plan hasn't so many seats. */
  | { outcome: "no_such_seats" }
  /** It owes something, is about to end or to change, is at rest, or isn't of the kind this shop sells. */
  | { outcome: "not_changeable" }
  | { outcome: "none_running" };

export type Change = {
  subscription: Stripe.Subscription;
  item: Stripe.SubscriptionItem;
  price: PriceForSale;
  /** How many seats. */
  quantity: number;
  /** What of that which is counted comes and goes with the plan. */
  metered: readonly MeteredChange[];
  /** What was paid for the running period has gone back: nothing of it is left to count. */
  anew: boolean;
  /** What was kept of the payments for the running period, of which a part has gone back; null where none has. */
  kept: number | null;
};

/**
 * How Stripe is to reckon a change: by the day, what is left of the paid period counted; or anew, by the whole price of a period
 * that begins at once. Stripe counts time as paid whose payment was given back, and would give it back a second time.
 * https://docs.stripe.com/billing/subscriptions/billing-cycle#reset-the-billing-cycle-to-the-current-time
 */
export function reckoningOf({ anew }: Change) {
  return anew
    ? { billing_cycle_anchor: { type: "now" as const }, proration_behavior: "none" as const }
    : { proration_behavior: "always_invoice" as const };
}

/** What becomes of its items. A price that stays isn't named: it may not be sold any more, and Stripe takes no such one. */
export function itemChanges({ item, price, quantity, metered }: Change) {
  return [{ id: item.id, quantity, ...(item.price.id !== price.id && { price: price.id }) }, ...metered];
}

/**
 * The user's subscription as Stripe has it now and the price and seats it is to change to, or why it can't.
 *
 * @param seats without them as many as now, as far as the plan that is wanted has them
 */
export async function changeOf(userId: string, key: string, seats?: number): Promise<Change | Refusal> {
  const subscription = await runningSubscription(userId);
  const [item, second] = subscription ? planItems(subscription) : [];
  const answer = await priceFor(key, item?.price.id);
  if (answer.found !== "for_sale") return { outcome: "unknown_price" };
  if (!subscription) return { outcome: "none_running" };
  const { status, cancel_at, cancel_at_period_end, pause_collection } = subscription;
  const sound = (status === "active" || status === "trialing") && pause_collection === null;
  if (!sound || cancel_at !== null || cancel_at_period_end || !item || second)
    return { outcome: "not_changeable" };
  if (await isScheduled(subscription)) return { outcome: "not_changeable" };
  const most = planOf(answer.price.productId)?.seats?.most ?? 1;
  const held = item.quantity ?? 1;
  const quantity = seats ?? Math.min(held, most);
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > most) return { outcome: "no_such_seats" };
  if (item.price.id === answer.price.id && quantity === held) return { outcome: "same_price" };
  if (!Object.hasOwn(answer.price.amounts, subscription.currency)) return { outcome: "not_changeable" };
  const anew = status === "active" && (await isGivenBack(userId, subscription.id));
  const kept = status === "active" && !anew ? await keptOf(subscription.id, item) : null;
  const metered = await meteredChanges(subscription, answer.price.productId);
  return { subscription, item, price: answer.price, quantity, metered, anew, kept };
}

/** Whether a change is ahead of it already. A schedule that was begun and never filled is none. */
async function isScheduled({ schedule }: Stripe.Subscription): Promise<boolean> {
  const id = idOf(schedule);
  return id !== null && hasChangeAhead(await stripe().subscriptionSchedules.retrieve(id));
}
