import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { type Period, periodAround } from "../periods";
import { priceOfItem, type RecurringPrice, recurrenceOf } from "../price";
import type { ItemChange } from "./item-changes";
import { itemDiscounts, putItem } from "./new-items";
import { itemsOf } from "./period";

type Item = Held<"subscription_item">;

/**
 * Carries item changes out. A changed interval starts a new period where the old one started; an added item
 * joins the period that runs. Where that period is over, the next one is left to renewal.
 */
export function applyItems(
  work: Work,
  subscription: Held<"subscription">,
  changes: readonly ItemChange[],
  now: number,
): Held<"subscription"> {
  const kept = new Set(subscription.items);
  const added: string[] = [];
  for (const { before, after } of changes) {
    if (before && after) changeItem(work, subscription, before, after, now);
    else if (before) {
      kept.delete(before.id);
      work.store.delete("subscription_item", before.id);
    } else if (after) {
      added.push(
        putItem(work, subscription.id, after, runningPeriod(work, subscription, after.price, now), now).id,
      );
    }
  }
  return work.store.update("subscription", subscription.id, { items: [...kept, ...added] });
}

/** The period an item has, or will have once its price is another. */
export function periodWith(
  subscription: Held<"subscription">,
  item: Item,
  old: RecurringPrice,
  price: RecurringPrice,
  now: number,
): Period {
  const period = { start: item.current_period_start, end: item.current_period_end };
  if (isOver(item, now) || sameRhythm(old, price) || subscription.status === "trialing") return period;
  return periodAround(now, period.start, recurrenceOf(price), subscription.billing_cycle_anchor);
}

/** The period a new item joins: the one that items of its rhythm are in, or a first one from its start on. */
export function runningPeriod(
  work: Work,
  subscription: Held<"subscription">,
  price: RecurringPrice,
  now: number,
): Period {
  const items = itemsOf(work, subscription);
  const peer = items.find((item) => sameRhythm(priceOfItem(work, item), price)) ?? items[0];
  if (!peer) throw new Error(`Subscription ${subscription.id} has no items`);
  if (isOver(peer, now)) return { start: now, end: now };
  return periodWith(subscription, peer, priceOfItem(work, peer), price, now);
}

/** Whether an item's period has ended and its next one hasn't been begun. */
export function isOver(item: Item, now: number): boolean {
  return item.current_period_end <= now;
}

function changeItem(
  work: Work,
  subscription: Held<"subscription">,
  item: Item,
  after: NonNullable<ItemChange["after"]>,
  now: number,
): void {
  const period = periodWith(subscription, item, priceOfItem(work, item), after.price, now);
  const metered = after.price.recurring.usage_type === "metered";
  const { quantity: _before, ...rest } = item;
  work.store.put("subscription_item", {
    ...rest,
    ...(metered && after.price.id !== item.price ? { billed_until: now + 1 } : {}),
    current_period_end: period.end,
    current_period_start: period.start,
    discounts: itemDiscounts(work, item, after),
    metadata: after.metadata,
    plan: after.price.id,
    price: after.price.id,
    ...(after.taxRates === undefined ? {} : { tax_rates: after.taxRates }),
    ...(metered ? {} : { quantity: after.quantity }),
  });
}

function sameRhythm(a: RecurringPrice, b: RecurringPrice): boolean {
  return (
    a.recurring.interval === b.recurring.interval && a.recurring.interval_count === b.recurring.interval_count
  );
}
