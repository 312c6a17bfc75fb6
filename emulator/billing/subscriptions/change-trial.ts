import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { collect } from "../invoices/collect";
import { finalize } from "../invoices/finalize";
import { periodEnd } from "../periods";
import { priceOfItem, recurrenceOf } from "../price";
import { beginTrial } from "./begin-trial";
import { pauseAfterTrial } from "./boundary";
import { endSubscription } from "./end";
import { noMethodToCharge, payingMethod } from "./payment-method";
import { itemsOf } from "./period";
import type { UpdateParams } from "./read-update";
import { cycleInvoice } from "./renew";
import { future } from "./trial";

type Subscription = Held<"subscription">;
type TrialEnd = NonNullable<Subscription["trial_end"]> | "now";

/**
 * Moves the end of a trial, begins one, or ends it now: its first period is then paid at once, or without a
 * payment method ends as its `trial_settings` say. https://docs.stripe.com/billing/subscriptions/trials
 */
export function changeTrial(
  work: Work,
  subscription: Subscription,
  end: TrialEnd,
  now: number,
  behavior: NonNullable<UpdateParams["proration_behavior"]> = "create_prorations",
): void {
  const trialing = subscription.status === "trialing";
  if (end === "now") {
    if (trialing) endTrialNow(work, subscription, now);
  } else if (trialing) moveTrialEnd(work, subscription, future(end, now));
  else beginTrial(work, subscription, future(end, now), now, behavior);
}

function moveTrialEnd(work: Work, subscription: Subscription, end: number): void {
  for (const { id } of itemsOf(work, subscription)) {
    work.store.update("subscription_item", id, { current_period_end: end });
  }
  work.store.update("subscription", subscription.id, { billing_cycle_anchor: end, trial_end: end });
}

function endTrialNow(work: Work, subscription: Subscription, now: number): void {
  if (payingMethod(work, subscription)) payFirstPeriod(work, subscription, now);
  else WITHOUT_METHOD[behaviorOf(subscription)](work, subscription);
}

/** What ending a trial at once comes to without a payment method. */
const WITHOUT_METHOD: Readonly<
  Record<ReturnType<typeof behaviorOf>, (work: Work, subscription: Subscription) => void>
> = {
  cancel: (work, subscription) => {
    endSubscription(work, subscription, "cancellation_requested");
  },
  create_invoice: () => {
    throw noMethodToCharge();
  },
  pause: pauseAfterTrial,
};

function behaviorOf({ trial_settings: settings }: Subscription) {
  return settings?.end_behavior.missing_payment_method ?? "create_invoice";
}

function payFirstPeriod(work: Work, subscription: Subscription, now: number): void {
  const items = itemsOf(work, subscription).map((item) =>
    work.store.update("subscription_item", item.id, {
      current_period_end: periodEnd(now, recurrenceOf(priceOfItem(work, item))),
      current_period_start: now,
    }),
  );
  const active = work.store.update("subscription", subscription.id, {
    billing_cycle_anchor: now,
    status: "active",
    trial_end: now,
  });
  const trial = { start: subscription.trial_start ?? subscription.created, end: now };
  const invoice = finalize(work, cycleInvoice(work, active, items, trial, now));
  const method = payingMethod(work, active);
  if (invoice.status === "open" && method) collect(work, invoice, method, false);
}
