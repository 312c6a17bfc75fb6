import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { customerTime } from "../customer";
import { inOrder, quietAbout } from "../in-order";
import { priceOfItem } from "../price";
import { phaseFollows } from "../schedules/follow-subscription";
import { changeItems } from "./change-items";
import { changeTrial } from "./change-trial";
import { costOfAll, subscriptionDiscounts } from "./discounts";
import { refreshEntitlements } from "./entitlements";
import { readItemChanges } from "./item-changes";
import { itemsOf } from "./period";
import { changedFields, checkUpdateParams, type UpdateParams } from "./read-update";
import { scheduleResumption } from "./resume-collection";
import { scheduleBoundary } from "./schedule";
import { ENDED } from "./status";
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
      change(quietAbout(noted, "customer.subscription.updated"), subscription, params);
      const changed = noted.store.must("subscription", subscription.id);
      noted.emit("customer.subscription.updated", changed, before);
      if (params.items) phaseFollows(noted, changed);
      refreshEntitlements(noted, subscription.customer);
    },
  );
  return work.store.must("subscription", subscription.id);
}

function change(work: Work, subscription: Subscription, params: UpdateParams): void {
  const now = customerTime(work, work.store.must("customer", subscription.customer));
  const fields = changedFields(work, subscription, params, now);
  const amount = costOfAll(
    itemsOf(work, subscription).map((item) => ({
      price: priceOfItem(work, item),
      quantity: item.quantity ?? 0,
    })),
  );
  const discounts = subscriptionDiscounts(work, subscription, params.discounts, amount);
  const changed = work.store.update("subscription", subscription.id, { ...fields, discounts });
  if (params.trial_end !== undefined) changeTrial(work, changed, params.trial_end, now);
  if (params.items) changeGivenItems(work, changed, params, params.items, now);
  const last = work.store.must("subscription", subscription.id);
  if (params.pause_collection) scheduleResumption(work, last);
  if (!ENDED[last.status]) scheduleBoundary(work, last);
}

function changeGivenItems(
  work: Work,
  subscription: Subscription,
  params: UpdateParams,
  items: NonNullable<UpdateParams["items"]>,
  now: number,
): void {
  changeItems(work, subscription, readItemChanges(work, subscription, items), {
    at: now,
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
