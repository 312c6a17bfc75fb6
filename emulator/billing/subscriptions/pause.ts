import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { inOrder } from "../in-order";
import { billUsage } from "./bill-usage";
import { refreshEntitlements } from "./entitlements";
import { invoicePending } from "./invoice-now";
import { collectUpdate } from "./pay-update";
import { payingMethod } from "./payment-method";
import { itemsOf } from "./period";
import { credit } from "./prorate";
import { unschedule } from "./schedule";
import { PAUSE_EVENTS } from "./update-events";

type Subscription = Held<"subscription">;
type Params = ParamsOf<"subscriptions.pause">;
type Cause = NonNullable<Subscription["status_details"]>["paused"]["subscription"]["type"];

/** Whether a subscription of the status can be paused by request. */
const CAN_PAUSE: Readonly<Record<Subscription["status"], boolean>> = {
  active: true,
  trialing: true,
  past_due: true,
  canceled: false,
  incomplete: false,
  incomplete_expired: false,
  paused: false,
  unpaid: true,
};

/**
 * Pauses a subscription: nothing is billed and nothing given until it is resumed. Unused time is given back and
 * usage billed as asked, on the next invoice or at once. Emits `customer.subscription.paused`.
 * https://docs.stripe.com/api/subscriptions/pause
 */
export function pauseSubscription(work: Work, subscription: Subscription, params: Params): Subscription {
  if (!CAN_PAUSE[subscription.status]) {
    throw invalidRequest(`A subscription in the \`${subscription.status}\` status cannot be paused.`);
  }
  if (subscription.schedule !== null) {
    throw invalidRequest(
      `The subscription is managed by the subscription schedule \`${subscription.schedule}\`, and can't be paused directly.`,
    );
  }
  inOrder<void>(
    work,
    () => PAUSE_EVENTS,
    (noted) => pause(noted, subscription, params),
  );
  return work.store.must("subscription", subscription.id);
}

function pause(work: Work, subscription: Subscription, { bill_for, invoicing_behavior }: Params): void {
  const now = work.now(subscription.test_clock);
  const before = work.snapshot(subscription);
  const items = itemsOf(work, subscription);
  const start = Math.min(...items.map((item) => item.current_period_start));
  const from = bill_for?.unused_time_from?.type ?? "now";
  if (from !== "none" && subscription.status !== "trialing") {
    for (const item of items) {
      credit(work, subscription, item, from === "now" ? now : item.current_period_start);
    }
  }
  if (bill_for?.outstanding_usage_through?.type !== "none") {
    for (const item of items) if (item.quantity === undefined) billUsage(work, subscription, item, now);
  }
  unschedule(work, subscription);
  const invoice =
    invoicing_behavior === "invoice"
      ? invoicePending(work, subscription, "subscription_update", { start, end: now })
      : null;
  if (invoice) {
    const method = payingMethod(work, subscription);
    collectUpdate(work, subscription, invoice, method ? {} : { payment_behavior: "default_incomplete" });
  }
  const paused = becomePaused(work, work.store.must("subscription", subscription.id), "pause_requested");
  work.emit("customer.subscription.paused", paused);
  work.emit("customer.subscription.updated", paused, before);
  refreshEntitlements(work, subscription.customer);
}

/** Marks a subscription as paused, and notes why. No event. */
export function becomePaused(work: Work, subscription: Subscription, cause: Cause): Subscription {
  return work.store.update("subscription", subscription.id, {
    status: "paused",
    status_details: {
      paused: {
        subscription: { type: cause },
        transitioned_at: work.now(subscription.test_clock),
        type: "subscription",
      },
    },
  });
}
