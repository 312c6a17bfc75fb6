import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { periodAround, periodEnd } from "../periods";
import { priceOfItem, pricingOf, recurrenceOf } from "../price";
import { remainingTime } from "../proration";
import { invoiceDraft } from "./invoice-now";
import { presentShare } from "./net-share";
import { itemsOf } from "./period";
import { pendProration } from "./proration-item";
import { cycleInvoice } from "./renew";

type Subscription = Held<"subscription">;
type Item = Held<"subscription_item">;
type Params = ParamsOf<"subscriptions.resume">;

/**
 * Gives a paused subscription periods that run, and drafts what is to be paid for them: whole ones that begin now,
 * or with an unchanged anchor the rest of those that would run. Null where nothing is to be paid now.
 */
export function beginPeriodsAgain(
  work: Work,
  subscription: Subscription,
  params: Params,
  now: number,
): Held<"invoice"> | null {
  const past = { start: now, end: now };
  if (params.billing_cycle_anchor?.type !== "unchanged") {
    const items = itemsOf(work, subscription).map((item) =>
      work.store.update("subscription_item", item.id, {
        current_period_end: periodEnd(now, recurrenceOf(priceOfItem(work, item))),
        current_period_start: now,
      }),
    );
    const anchored = work.store.update("subscription", subscription.id, { billing_cycle_anchor: now });
    return cycleInvoice(work, anchored, items.filter(isLicensed), past, now);
  }
  const behavior = params.proration_behavior ?? "create_prorations";
  for (const item of itemsOf(work, subscription)) {
    const running = catchUp(work, subscription, item, now);
    if (behavior !== "none") chargeRest(work, subscription, running, params.proration_date ?? now);
  }
  return behavior === "always_invoice" ? invoiceDraft(work, subscription, "subscription_cycle", past) : null;
}

function catchUp(work: Work, { billing_cycle_anchor: anchor }: Subscription, item: Item, now: number): Item {
  const recurrence = recurrenceOf(priceOfItem(work, item));
  const period = periodAround(now, item.current_period_start, recurrence, anchor);
  return work.store.update("subscription_item", item.id, {
    current_period_end: period.end,
    current_period_start: period.start,
  });
}

function chargeRest(work: Work, subscription: Subscription, item: Item, at: number): void {
  if (!isLicensed(item)) return;
  const price = priceOfItem(work, item);
  const quantity = item.quantity ?? 0;
  const period = { start: item.current_period_start, end: item.current_period_end };
  const net = presentShare(work, subscription, item);
  pendProration(work, subscription, {
    amount: remainingTime(pricingOf(price), quantity, period, at, net),
    at,
    credited: null,
    item: item.id,
    part: "Remaining",
    period,
    price,
    quantity,
  });
}

function isLicensed(item: Item): boolean {
  return item.quantity !== undefined;
}
