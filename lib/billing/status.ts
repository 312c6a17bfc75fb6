import type Stripe from "stripe";

/** The members of one of Stripe's unions that this version of its library names; Stripe may add others at any time. */
export type Named<Union> = Union extends string ? (string extends Union ? never : Union) : never;

export type SubscriptionStatus = Named<Stripe.Subscription.Status>;

/** Whether a subscription takes its owner's one place, or has left it for good. https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses */
const takesPlace: Record<SubscriptionStatus, boolean> = {
  incomplete: true,
  trialing: true,
  active: true,
  past_due: true,
  unpaid: true,
  paused: true,
  incomplete_expired: false,
  canceled: false,
};

/** Whether it is a status that Stripe's API had a name for when this was written. */
export function isNamedStatus(status: string): status is SubscriptionStatus {
  return Object.hasOwn(takesPlace, status);
}

/** False only for a subscription that can never charge again. A status we don't know might, so it keeps its place. */
export function isLive(status: string): boolean {
  return !isNamedStatus(status) || takesPlace[status];
}

/** The statuses in which a subscription can never charge again. */
export const endedStatuses = Object.keys(takesPlace).filter((status) => !isLive(status));

/** Whether a subscription has begun and hasn't ended, whatever is owed for it. */
export function isRunning(status: string): boolean {
  return isLive(status) && status !== "incomplete";
}
