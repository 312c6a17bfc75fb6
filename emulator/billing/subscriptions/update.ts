import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { inOrder, quietAbout } from "../in-order";
import { priceOfItem, recurringPriceOf } from "../price";
import { phaseFollows } from "../schedules/follow-subscription";
import { changeItems } from "./change-items";
import { changeTrial } from "./change-trial";
import { costOfAll, subscriptionDiscounts } from "./discounts";
import { refreshEntitlements } from "./entitlements";
import { addInvoiceItems } from "./extra-items";
import { fitPeriods } from "./fit-periods";
import { readItemChanges } from "./item-changes";
import { schedulePending } from "./pending-interval";
import { dropPendingUpdate, holdBack } from "./pending-update";
import { itemsOf } from "./period";
import { changedFields, checkUpdateParams, type UpdateParams } from "./read-update";
import { scheduleResumption } from "./resume-collection";
import { announceTrialEndInTime, scheduleBoundary } from "./schedule";
import { ENDED } from "./status";
import { trialEndOf } from "./trial";
import { UPDATE_EVENTS } from "./update-events";

type Subscription = Held<"subscription">;

/**
 * Changes a subscription and, where items change, bills the difference as `proration_behavior` says.
 * Emits what that brings about and one `customer.subscription.updated`.
 * https://docs.stripe.com/billing/subscriptions/change-price
 */
export function updateSubscription(
  work: Work,
  subscription: Subscription,
  params: UpdateParams,
): Subscription {
  checkUpdateParams(subscription, params);
  inOrder(
    work,
    () => UPDATE_EVENTS,
    (noted) => {
      const before = noted.snapshot(subscription);
      const quiet = quietAbout(noted, "customer.subscription.updated");
      const free = replacesPending(params) ? dropPendingUpdate(quiet, subscription) : subscription;
      const items = itemsOf(noted, free);
      change(quiet, free, params);
      if (waitsForPayment(noted, free, params)) {
        holdBack(noted, { items, subscription: free }, noted.now(free.test_clock));
      }
      const changed = noted.store.must("subscription", subscription.id);
      noted.emit("customer.subscription.updated", changed, before);
      if (params.items) phaseFollows(noted, changed);
      refreshEntitlements(noted, subscription.customer);
    },
  );
  return work.store.must("subscription", subscription.id);
}

/** Whether an update is about what a change waits for that isn't paid yet. */
function replacesPending({ billing_cycle_anchor, items, trial_end }: UpdateParams): boolean {
  return billing_cycle_anchor !== undefined || items !== undefined || trial_end !== undefined;
}

/** Whether an update was billed, must be paid to hold, and couldn't be. */
function waitsForPayment(work: Work, before: Subscription, { payment_behavior }: UpdateParams): boolean {
  const { latest_invoice: latest } = work.store.must("subscription", before.id);
  if (payment_behavior !== "pending_if_incomplete" || latest === before.latest_invoice) return false;
  return work.store.get("invoice", latest ?? "")?.status === "open";
}

function change(work: Work, subscription: Subscription, params: UpdateParams): void {
  const now = work.now(subscription.test_clock);
  const fields = changedFields(work, subscription, params, now);
  const amount = costOfAll(
    itemsOf(work, subscription).map((item) => ({
      price: priceOfItem(work, item),
      quantity: item.quantity ?? 0,
    })),
  );
  const discounts = subscriptionDiscounts(work, subscription, params.discounts, amount);
  const changed = work.store.update("subscription", subscription.id, { ...fields, discounts });
  addInvoiceItems(work, changed, params.add_invoice_items);
  const trialEnd = trialEndIn(work, changed, params, now);
  const manner = { payment: params, proration_behavior: params.proration_behavior };
  if (typeof trialEnd === "number") changeTrial(work, changed, trialEnd, now, manner);
  changeGivenItems(work, work.store.must("subscription", subscription.id), params, now);
  if (trialEnd === "now")
    changeTrial(work, work.store.must("subscription", subscription.id), "now", now, manner);
  const last = work.store.must("subscription", subscription.id);
  const hadTrial = subscription.status === "trialing" || last.status === "trialing";
  if (trialEnd !== undefined && hadTrial) announceTrialEndInTime(work, last, now);
  if (params.cancel_at !== undefined || params.cancel_at_period_end !== undefined) {
    fitPeriods(work, subscription, {
      at: now,
      behavior: params.proration_behavior ?? "create_prorations",
      payment: params,
    });
  }
  if (params.pause_collection) scheduleResumption(work, last);
  if (params.pending_invoice_item_interval !== undefined) schedulePending(work, last);
  if (!ENDED[last.status]) scheduleBoundary(work, last);
}

/** When a trial is to end: as told, or as the prices asked for have it. */
function trialEndIn(
  work: Work,
  subscription: Subscription,
  { items = [], trial_end, trial_from_plan }: UpdateParams,
  now: number,
): UpdateParams["trial_end"] {
  if (trial_end !== undefined || !trial_from_plan) return trial_end;
  const asked = items.flatMap(({ price }) =>
    price === undefined ? [] : [recurringPriceOf(work, price, "items", subscription.currency)],
  );
  const prices =
    asked.length > 0 ? asked : itemsOf(work, subscription).map((item) => priceOfItem(work, item));
  return trialEndOf({ trial_from_plan }, prices, now) ?? undefined;
}

function changeGivenItems(work: Work, subscription: Subscription, params: UpdateParams, now: number): void {
  const anchor = params.billing_cycle_anchor?.type ?? "unchanged";
  if (!params.items && anchor === "unchanged" && !params.add_invoice_items) return;
  changeItems(work, subscription, readItemChanges(work, subscription, params.items ?? []), {
    anchor,
    at: now,
    extras: params.add_invoice_items !== undefined,
    behavior: params.proration_behavior ?? "create_prorations",
    payment: params,
    prorateAt: prorationDate(subscription, params, now),
  });
}

function prorationDate(
  subscription: Subscription,
  { proration_date: given }: UpdateParams,
  now: number,
): number {
  if (given === undefined) return now;
  if (given >= subscription.start_date) return given;
  throw invalidRequest("Cannot specify a proration date before the start of the current period.", {
    param: "proration_date",
  });
}
