import type { Held } from "../../core/kinds";
import type { Job } from "../../core/records";
import type { Work } from "../../core/work";
import { endSubscription } from "./end";
import { refreshEntitlements } from "./entitlements";
import { payingMethod } from "./payment-method";
import { renew } from "./renew";
import { scheduleBoundary } from "./schedule";

type Subscription = Held<"subscription">;

/** What the end of a period brings a subscription of each status; null where time has nothing to say. */
const AT_BOUNDARY: Readonly<
  Record<Subscription["status"], ((work: Work, subscription: Subscription, at: number) => void) | null>
> = {
  active: beginPeriod,
  canceled: null,
  incomplete: null,
  incomplete_expired: null,
  past_due: beginPeriod,
  paused: null,
  trialing: endTrial,
  unpaid: beginPeriod,
};

/** Brings a subscription to what comes at the end of its period: its own end, or the next period. */
export function passBoundary(work: Work, { subject, at }: Job): void {
  const subscription = work.store.get("subscription", subject);
  if (!subscription) return;
  if (subscription.cancel_at !== null && subscription.cancel_at <= at) {
    endSubscription(work, subscription, "cancellation_requested");
    return;
  }
  AT_BOUNDARY[subscription.status]?.(work, subscription, at);
}

function beginPeriod(work: Work, subscription: Subscription, at: number): void {
  const before = work.snapshot(subscription);
  renew(work, subscription, at);
  const renewed = work.store.must("subscription", subscription.id);
  work.emit("customer.subscription.updated", renewed, before);
  scheduleBoundary(work, renewed);
}

/** A trial without a payment method ends as its `trial_settings` say; any other becomes a paid period. */
function endTrial(work: Work, subscription: Subscription, at: number): void {
  const missing =
    payingMethod(work, subscription) === null && subscription.collection_method === "charge_automatically";
  const behavior = subscription.trial_settings?.end_behavior.missing_payment_method ?? "create_invoice";
  if (missing && behavior === "cancel") {
    endSubscription(work, subscription, "cancellation_requested");
    return;
  }
  if (missing && behavior === "pause") {
    pauseAfterTrial(work, subscription);
    return;
  }
  const before = work.snapshot(subscription);
  renew(work, subscription, at);
  const active = work.store.update("subscription", subscription.id, { status: "active" });
  work.emit("customer.subscription.updated", active, before);
  scheduleBoundary(work, active);
}

/** Stops a subscription whose trial ended without a payment method. Emits `customer.subscription.paused`. */
export function pauseAfterTrial(work: Work, subscription: Subscription): void {
  const before = work.snapshot(subscription);
  const paused = work.store.update("subscription", subscription.id, { status: "paused" });
  work.emit("customer.subscription.updated", paused, before);
  work.emit("customer.subscription.paused", paused);
  refreshEntitlements(work, subscription.customer);
}

/** Announces that a trial is about to end. */
export function announceTrialEnd(work: Work, { subject }: Job): void {
  const subscription = work.store.get("subscription", subject);
  if (subscription?.status === "trialing") work.emit("customer.subscription.trial_will_end", subscription);
}
