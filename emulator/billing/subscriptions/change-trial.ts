import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { finalize } from "../invoices/finalize";
import { periodEnd } from "../periods";
import { priceOfItem, recurrenceOf } from "../price";
import { beginTrial } from "./begin-trial";
import { pauseAfterTrial } from "./boundary";
import { endSubscription } from "./end";
import { collectUpdate, type Payment } from "./pay-update";
import { payingMethod } from "./payment-method";
import { itemsOf } from "./period";
import type { UpdateParams } from "./read-update";
import { cycleInvoice } from "./renew";
import { future } from "./trial";

type Subscription = Held<"subscription">;
type TrialEnd = NonNullable<Subscription["trial_end"]> | "now";

/** How an end that is now is paid, and a beginning billed. */
type TrialManner = {
  readonly payment: Payment;
  readonly proration_behavior?: UpdateParams["proration_behavior"];
};

/**
 * Moves the end of a trial, begins one, or ends it now: its first period is then paid at once, or without a
 * payment method ends as its `trial_settings` say. https://docs.stripe.com/billing/subscriptions/trials
 */
export function changeTrial(
  work: Work,
  subscription: Subscription,
  end: TrialEnd,
  now: number,
  { payment, proration_behavior = "create_prorations" }: TrialManner,
): void {
  const trialing = subscription.status === "trialing";
  if (end === "now") {
    if (trialing) endTrialNow(work, subscription, now, payment);
  } else if (trialing) moveTrialEnd(work, subscription, future(end, now));
  else beginTrial(work, subscription, future(end, now), now, proration_behavior);
}

function moveTrialEnd(work: Work, subscription: Subscription, end: number): void {
  for (const { id } of itemsOf(work, subscription)) {
    work.store.update("subscription_item", id, { current_period_end: end });
  }
  work.store.update("subscription", subscription.id, { billing_cycle_anchor: end, trial_end: end });
}

function endTrialNow(work: Work, subscription: Subscription, now: number, payment: Payment): void {
  const sent = subscription.collection_method === "send_invoice";
  const behavior = sent || payingMethod(work, subscription) ? "create_invoice" : behaviorOf(subscription);
  if (behavior === "create_invoice") payFirstPeriod(work, subscription, now, payment);
  else WITHOUT_METHOD[behavior](work, subscription);
}

/** What ending a trial at once comes to without a payment method, where that isn't an invoice. */
const WITHOUT_METHOD: Readonly<
  Record<
    Exclude<ReturnType<typeof behaviorOf>, "create_invoice">,
    (work: Work, subscription: Subscription) => void
  >
> = {
  cancel: (work, subscription) => {
    endSubscription(work, subscription, "cancellation_requested");
  },
  pause: pauseAfterTrial,
};

function behaviorOf({ trial_settings: settings }: Subscription) {
  return settings?.end_behavior.missing_payment_method ?? "create_invoice";
}

/** What is sent goes the way of any renewal; what is charged is closed and collected at once. */
function payFirstPeriod(work: Work, subscription: Subscription, now: number, payment: Payment): void {
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
  const draft = cycleInvoice(work, active, items, trial, now);
  if (active.collection_method !== "send_invoice")
    collectUpdate(work, active, finalize(work, draft), payment);
}
