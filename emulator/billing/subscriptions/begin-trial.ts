import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { draftInvoice, ofSubscription } from "../invoices/draft";
import { finalize } from "../invoices/finalize";
import { trialLine } from "../invoices/item-lines";
import { itemsOf } from "./period";
import { credit } from "./prorate";
import type { UpdateParams } from "./read-update";
import { PRORATES } from "./status";

type Subscription = Held<"subscription">;

/**
 * Puts a subscription that runs into a trial: unused time is given back, and its periods begin anew when the
 * trial is over. https://docs.stripe.com/billing/subscriptions/trials#adding-a-trial
 */
export function beginTrial(
  work: Work,
  subscription: Subscription,
  end: number,
  now: number,
  behavior: NonNullable<UpdateParams["proration_behavior"]>,
): void {
  const items = itemsOf(work, subscription);
  if (behavior !== "none" && PRORATES[subscription.status]) {
    for (const item of items) credit(work, subscription, item, now);
  }
  const trying = items.map((item) =>
    work.store.update("subscription_item", item.id, { current_period_end: end, current_period_start: now }),
  );
  const trialing = work.store.update("subscription", subscription.id, {
    billing_cycle_anchor: end,
    status: "trialing",
    trial_end: end,
    trial_start: now,
  });
  const draft = draftInvoice(work, work.store.must("customer", subscription.customer), {
    auto_advance: true,
    billing_reason: "subscription_update",
    collection_method: subscription.collection_method,
    currency: subscription.currency,
    lines: trying
      .filter((item) => item.quantity !== undefined)
      .map((item) => trialLine(work, item, { start: now, end })),
    ...ofSubscription(work, trialing),
    period_end: now,
    period_start: now,
  });
  work.store.update("subscription", subscription.id, { latest_invoice: draft.id });
  finalize(work, draft);
}
