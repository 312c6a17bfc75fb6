import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { periodEndOf } from "./period";

type Subscription = Held<"subscription">;

/** What it means for a subscription to end with its period: it goes on until then. */
export function endsWithPeriod(work: Work, subscription: Subscription, now: number): Partial<Subscription> {
  return {
    cancel_at: periodEndOf(work, subscription),
    cancel_at_period_end: true,
    canceled_at: now,
    cancellation_details: requested(subscription),
  };
}

/** What it means for a subscription to end at a time of its own. */
export function endsAt(subscription: Subscription, time: number, now: number): Partial<Subscription> {
  return {
    cancel_at: time,
    cancel_at_period_end: false,
    canceled_at: now,
    cancellation_details: requested(subscription),
  };
}

/** What it means to take a scheduled end back. */
export function goesOn(subscription: Subscription): Partial<Subscription> {
  return {
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { ...details(subscription), reason: null },
  };
}

function requested(subscription: Subscription) {
  return { ...details(subscription), reason: "cancellation_requested" } as const;
}

function details(subscription: Subscription) {
  const blank = { comment: null, feedback: null, feedback_option: null, reason: null };
  return subscription.cancellation_details ?? blank;
}
