import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { finalize } from "../invoices/finalize";
import { type Period, periodEnd } from "../periods";
import { priceOfItem, pricingOf, recurrenceOf } from "../price";
import { remainingTime } from "../proration";
import { applyItems } from "./apply-items";
import type { Manner } from "./change-items";
import { alters, type ItemChange } from "./item-changes";
import { presentShare } from "./net-share";
import { collectUpdate } from "./pay-update";
import { itemsOf } from "./period";
import { billReplacedUsage, credit } from "./prorate";
import { pendProration } from "./proration-item";
import { cycleInvoice } from "./renew";
import { PRORATES } from "./status";

type Subscription = Held<"subscription">;
type Item = Held<"subscription_item">;

/**
 * Changes a subscription's items and begins all periods anew, the anchor with them. What goes on as it was is
 * billed for the time by which its period becomes longer; what changes is given back and billed for a whole
 * period. The invoice is closed and collected at once; where only longer periods are to be charged, they wait as
 * pending items unless asked for at once.
 * https://docs.stripe.com/billing/subscriptions/billing-cycle#changing
 */
export function restartPeriods(
  work: Work,
  subscription: Subscription,
  changes: readonly ItemChange[],
  { at, behavior, payment, prorateAt }: Manner,
): void {
  const altered = changes.filter(alters);
  const prorated = PRORATES[subscription.status] && behavior !== "none";
  if (prorated) for (const { before } of altered) if (before) credit(work, subscription, before, prorateAt);
  billReplacedUsage(work, subscription, altered, at);
  const past = new Map(itemsOf(work, subscription).map((item) => [item.id, periodOf(item)]));
  const stays = new Set(past.keys());
  for (const { before } of altered) if (before) stays.delete(before.id);
  const changed = applyItems(work, subscription, changes, at);
  const items = itemsOf(work, changed).map((item) => beginAnew(work, item, at));
  const anchored = work.store.update("subscription", changed.id, { billing_cycle_anchor: at });
  if (!PRORATES[subscription.status]) return;
  for (const item of items) {
    const before = past.get(item.id);
    if (prorated && before && stays.has(item.id)) chargeLonger(work, anchored, item, before);
  }
  const start = Math.min(at, ...[...past.values()].map((period) => period.start));
  const billed = items.filter((item) => !(prorated && stays.has(item.id)) || item.quantity === undefined);
  if (billed.length === 0 && behavior === "create_prorations") return;
  const draft = cycleInvoice(work, anchored, billed, { start, end: at }, at, "subscription_update");
  collectUpdate(work, anchored, finalize(work, draft), payment);
}

function beginAnew(work: Work, item: Item, at: number): Item {
  return work.store.update("subscription_item", item.id, {
    current_period_end: periodEnd(at, recurrenceOf(priceOfItem(work, item))),
    current_period_start: at,
  });
}

/** What was paid for reaches up to the old end: the rest of the new period is charged. */
function chargeLonger(work: Work, subscription: Subscription, item: Item, before: Period): void {
  const price = priceOfItem(work, item);
  const quantity = item.quantity ?? 0;
  const period = periodOf(item);
  if (price.recurring.usage_type === "metered" || period.end <= before.end) return;
  const net = presentShare(work, subscription, item);
  pendProration(work, subscription, {
    amount: remainingTime(pricingOf(price), quantity, period, before.end, net),
    at: before.end,
    credited: null,
    item: item.id,
    part: "Remaining",
    period,
    price,
    quantity,
  });
}

function periodOf(item: Item): Period {
  return { start: item.current_period_start, end: item.current_period_end };
}
