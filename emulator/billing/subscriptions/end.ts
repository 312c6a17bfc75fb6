import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { customerTime } from "../customer";
import { scheduleFollowsEnd } from "../schedules/after-end";
import { refreshEntitlements } from "./entitlements";
import { unschedule } from "./schedule";

type Subscription = Held<"subscription">;
type Reason = NonNullable<NonNullable<Subscription["cancellation_details"]>["reason"]>;
type Details = Partial<NonNullable<Subscription["cancellation_details"]>>;

/**
 * Ends a subscription for good, and its schedule with it. Its open invoices stay but are no longer collected by
 * themselves. Emits `customer.subscription.deleted`. https://docs.stripe.com/billing/subscriptions/cancel
 */
export function endSubscription(
  work: Work,
  subscription: Subscription,
  reason: Reason,
  details: Details = {},
): Subscription {
  const now = customerTime(work, work.store.must("customer", subscription.customer));
  const blank = { comment: null, feedback: null, feedback_option: null };
  unschedule(work, subscription);
  scheduleFollowsEnd(work, subscription, reason);
  const ended = work.store.update("subscription", subscription.id, {
    cancel_at: subscription.cancel_at_period_end ? subscription.cancel_at : null,
    canceled_at: subscription.canceled_at ?? now,
    cancellation_details: { ...blank, ...subscription.cancellation_details, ...details, reason },
    ended_at: now,
    pending_update: null,
    schedule: null,
    status: "canceled",
  });
  for (const invoice of work.store.list("invoice", "subscription", subscription.id)) {
    if (invoice.status !== "open" && invoice.status !== "draft") continue;
    work.store.update("invoice", invoice.id, { auto_advance: false, next_payment_attempt: null });
  }
  work.emit("customer.subscription.deleted", ended);
  refreshEntitlements(work, subscription.customer);
  return ended;
}
