import type Stripe from "stripe";

/**
 * The items of a subscription that are plans: those paid in advance. What is counted while it is used comes with a plan and
 * isn't one. In the order of their ids, since Stripe promises none.
 */
export function planItems({ items }: Stripe.Subscription): Stripe.SubscriptionItem[] {
  return items.data.filter((item) => !isMetered(item)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The item that is a subscription's plan; undefined where it has none. */
export function planItem(subscription: Stripe.Subscription): Stripe.SubscriptionItem | undefined {
  return planItems(subscription)[0];
}

/** Whether an item is counted while it is used. */
export function isMetered({ price }: Stripe.SubscriptionItem): boolean {
  return price.recurring?.usage_type === "metered";
}
