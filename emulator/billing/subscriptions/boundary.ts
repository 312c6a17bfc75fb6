import type { Held } from "../../core/kinds";
import type { Job } from "../../core/records";
import type { Work } from "../../core/work";
import { inOrder, quietAbout } from "../in-order";
import { turnPhase } from "../schedules/turn-phase";
import { endSubscription } from "./end";
import { refreshEntitlements } from "./entitlements";
import { finalInvoice } from "./final-invoice";
import { becomePaused } from "./pause";
import { payingMethod } from "./payment-method";
import { periodEndOf } from "./period";
import { renew } from "./renew";
import { scheduleBoundary } from "./schedule";
import { ENDED } from "./status";
import { UPDATE_EVENTS } from "./update-events";

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

/**
 * Brings a subscription to what comes at the end of its period or of its schedule's phase: its own end, the next
 * phase, the next period.
 */
export function passBoundary(work: Work, { subject, at }: Job): void {
  const subscription = work.store.get("subscription", subject);
  if (!subscription || AT_BOUNDARY[subscription.status] === null) return;
  inOrder<void>(
    work,
    () => UPDATE_EVENTS,
    (noted) => pass(noted, subscription, at),
  );
}

function pass(work: Work, subscription: Subscription, at: number): void {
  if (subscription.cancel_at !== null && subscription.cancel_at <= at) {
    finalInvoice(work, endSubscription(work, subscription, "cancellation_requested"), at);
    return;
  }
  const before = work.snapshot(subscription);
  const quiet = quietAbout(work, "customer.subscription.updated");
  turnPhase(quiet, subscription, at);
  const turned = work.store.must("subscription", subscription.id);
  if (periodEndOf(work, turned) <= at) AT_BOUNDARY[turned.status]?.(quiet, turned, at);
  const passed = work.store.must("subscription", subscription.id);
  if (ENDED[passed.status]) return;
  work.emit("customer.subscription.updated", passed, before);
  refreshEntitlements(work, passed.customer);
  if (AT_BOUNDARY[passed.status]) scheduleBoundary(work, passed);
}

function beginPeriod(work: Work, subscription: Subscription, at: number): void {
  renew(work, subscription, at);
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
  renew(work, subscription, at);
  work.store.update("subscription", subscription.id, { status: "active" });
}

/** Stops a subscription whose trial ended without a payment method. Emits `customer.subscription.paused`. */
export function pauseAfterTrial(work: Work, subscription: Subscription): void {
  const before = work.snapshot(subscription);
  const paused = becomePaused(work, subscription, "trial_end_without_payment_method");
  work.emit("customer.subscription.updated", paused, before);
  work.emit("customer.subscription.paused", paused);
  refreshEntitlements(work, subscription.customer);
}

/** Announces that a trial is about to end. */
export function announceTrialEnd(work: Work, { subject }: Job): void {
  const subscription = work.store.get("subscription", subject);
  if (subscription?.status === "trialing") work.emit("customer.subscription.trial_will_end", subscription);
}
