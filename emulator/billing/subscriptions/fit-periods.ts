import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { periodEnd } from "../periods";
import { priceOfItem, recurrenceOf } from "../price";
import { comingOf } from "./net-share";
import { type Payment, payUpdate } from "./pay-update";
import { itemsOf } from "./period";
import { credit, debit } from "./prorate";
import type { UpdateParams } from "./read-update";
import { PRORATES } from "./status";

type Subscription = Held<"subscription">;
type Item = Held<"subscription_item">;

type Manner = {
  readonly at: number;
  readonly behavior: NonNullable<UpdateParams["proration_behavior"]>;
  readonly payment: Payment;
};

/**
 * Cuts the periods that run short where their subscription now ends within them, and lets those run on whose cut was
 * taken back. As `behavior` says, what was charged is given back from `at` on and charged up to the new end.
 * https://docs.stripe.com/api/subscriptions/update#update_subscription-cancel_at
 */
export function fitPeriods(work: Work, before: Subscription, { at, behavior, payment }: Manner): void {
  const subscription = work.store.must("subscription", before.id);
  if (!PRORATES[subscription.status]) return;
  const refitted = itemsOf(work, subscription).filter(
    (item) =>
      item.current_period_end > at && endOf(work, before, subscription, item) !== item.current_period_end,
  );
  if (refitted.length === 0) return;
  const billed = behavior !== "none";
  for (const item of refitted) {
    if (billed) credit(work, subscription, item, at);
    work.store.update("subscription_item", item.id, {
      current_period_end: endOf(work, before, subscription, item),
    });
  }
  if (!billed) return;
  const ids = new Set(refitted.map(({ id }) => id));
  const all = comingOf(work, subscription);
  for (const one of all) if (one.item && ids.has(one.item.id)) debit(work, subscription, one, all, at);
  if (behavior === "always_invoice") payUpdate(work, subscription, payment, at);
}

/** When the period an item is in ends: with its subscription, if that ends at a time of its own before. */
function endOf(work: Work, before: Subscription, now: Subscription, item: Item): number {
  const { current_period_end: present, current_period_start: start } = item;
  if (now.cancel_at_period_end) return present;
  if (before.cancel_at !== present) return Math.min(present, now.cancel_at ?? present);
  const { billing_cycle_anchor: anchor } = now;
  const own = anchor > start ? anchor : periodEnd(start, recurrenceOf(priceOfItem(work, item)), anchor);
  return Math.min(Math.max(own, present), now.cancel_at ?? Infinity);
}
