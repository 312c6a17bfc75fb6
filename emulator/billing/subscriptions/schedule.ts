import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { periodEndOf } from "./period";
import { TRIAL_NOTICE } from "./trial";

const HOUR = 3600;

/** How long before a renewal its invoice is announced: Stripe leaves it to the account's settings. */
const RENEWAL_NOTICE = 7 * 24 * HOUR;

/** How long a first payment may be outstanding. https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses */
const FIRST_PAYMENT_WINDOW = 23 * HOUR;

/** Queues what time alone will do to a new subscription; announces at once a trial that is about to end. */
export function scheduleFirstSteps(work: Work, id: string): void {
  const subscription = work.store.must("subscription", id);
  if (subscription.status === "incomplete") {
    schedule(work, subscription, "subscription.expire", subscription.created + FIRST_PAYMENT_WINDOW);
  }
  if (subscription.trial_end !== null) announceTrialEndInTime(work, subscription, subscription.created);
  scheduleBoundary(work, subscription);
}

/**
 * Queues the announcement of a trial's end, or makes it at once where less than three days are left, or none: a trial that is
 * ended early is announced as well. https://docs.stripe.com/api/events/types#event_types-customer.subscription.trial_will_end
 */
export function announceTrialEndInTime(work: Work, subscription: Held<"subscription">, now: number): void {
  for (const job of work.store.list("_job", "subject", subscription.id)) {
    if (job.name === "subscription.trial_will_end") work.store.delete("_job", job.id);
  }
  const notice = (subscription.trial_end ?? now) - TRIAL_NOTICE;
  if (notice <= now) work.emit("customer.subscription.trial_will_end", subscription);
  else schedule(work, subscription, "subscription.trial_will_end", notice);
}

/** Queues the next thing a running subscription comes to: the end of a period, of a phase, or its own. */
export function scheduleBoundary(work: Work, subscription: Held<"subscription">): void {
  const phase = work.store.get("subscription_schedule", subscription.schedule ?? "")?.current_phase;
  const boundary = Math.min(
    periodEndOf(work, subscription),
    subscription.cancel_at ?? Infinity,
    phase?.end_date ?? Infinity,
  );
  for (const job of work.store.list("_job", "subject", subscription.id)) {
    if (AHEAD.includes(job.name)) work.store.delete("_job", job.id);
  }
  const notice = periodEndOf(work, subscription) - RENEWAL_NOTICE;
  if (notice > work.now(subscription.test_clock)) schedule(work, subscription, "invoice.upcoming", notice);
  schedule(work, subscription, "subscription.boundary", boundary);
}

/** What is queued anew with each boundary. */
const AHEAD: readonly string[] = ["invoice.upcoming", "subscription.boundary"];

/** Forgets all that was still to happen to a subscription. */
export function unschedule(work: Work, subscription: Held<"subscription">): void {
  for (const job of work.store.list("_job", "subject", subscription.id)) work.store.delete("_job", job.id);
}

function schedule(work: Work, subscription: Held<"subscription">, name: string, at: number): void {
  work.schedule({ at, clock: subscription.test_clock, name, subject: subscription.id });
}
