import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { linesOf } from "../invoices/totals-of";
import { priceOfItem, pricingOf } from "../price";
import { remainingTime, unusedTime } from "../proration";
import { isOver, periodWith, runningPeriod } from "./apply-items";
import { billUsage } from "./bill-usage";
import { alters, type ItemChange } from "./item-changes";
import { billedShare, comingShare } from "./net-share";
import { type CreditedItems, pendProration } from "./proration-item";
import { PRORATES } from "./status";

type Subscription = Held<"subscription">;
type Item = Held<"subscription_item">;

/**
 * Puts what item changes at a time give back and cost into the store as pending invoice items: the whole old
 * item as a credit, the whole new one as a debit; nothing for a period that is over. Call it before the
 * changes are carried out.
 * https://docs.stripe.com/billing/subscriptions/prorations
 */
export function prorate(
  work: Work,
  subscription: Subscription,
  changes: readonly ItemChange[],
  at: number,
): void {
  for (const change of changes.filter(alters)) {
    const { before, after } = change;
    if (before) credit(work, subscription, before, at);
    if (after) debit(work, subscription, before, after, at);
  }
}

/** Gives back what an item was billed for and isn't used: the time from `at` to the end of its period. */
export function credit(work: Work, subscription: Subscription, item: Item, at: number): void {
  const price = priceOfItem(work, item);
  if (price.recurring.usage_type === "metered" || isOver(item, at)) return;
  const quantity = item.quantity ?? 0;
  const billed = lastDebit(work, subscription, item);
  const period = { start: item.current_period_start, end: item.current_period_end };
  pendProration(work, subscription, {
    amount: unusedTime(pricingOf(price), quantity, period, at, billedShare(billed[0] ?? null)),
    at,
    credited: creditedItems(billed),
    item: item.id,
    part: "Unused",
    period,
    price,
    quantity,
  });
}

/** Bills what metered items were used for that go, or whose price becomes another: use is billed as it was priced. */
export function billReplacedUsage(
  work: Work,
  subscription: Subscription,
  changes: readonly ItemChange[],
  at: number,
): void {
  if (!PRORATES[subscription.status]) return;
  for (const { before, after } of changes) {
    const replaced = before !== null && before.price !== after?.price.id;
    if (replaced && before.quantity === undefined) billUsage(work, subscription, before, at);
  }
}

function debit(
  work: Work,
  subscription: Subscription,
  before: Item | null,
  { price, quantity }: NonNullable<ItemChange["after"]>,
  at: number,
): void {
  if (price.recurring.usage_type === "metered") return;
  const period = before
    ? periodWith(subscription, before, priceOfItem(work, before), price, at)
    : runningPeriod(work, subscription, price, at);
  if (period.end <= at) return;
  pendProration(work, subscription, {
    amount: remainingTime(
      pricingOf(price),
      quantity,
      period,
      at,
      comingShare(work, subscription, before, { price, quantity }),
    ),
    at,
    credited: null,
    item: before?.id ?? null,
    part: "Remaining",
    period,
    price,
    quantity,
  });
}

/** The lines that billed an item last: what a credit gives back. */
function lastDebit(work: Work, subscription: Subscription, item: Item): readonly Held<"line_item">[] {
  for (const invoice of work.store.list("invoice", "subscription", subscription.id)) {
    const billed = linesOf(work, invoice).filter(
      (line) => line.parent?.subscription_item_details?.subscription_item === item.id && line.amount > 0,
    );
    if (billed.length > 0) return billed;
  }
  return [];
}

function creditedItems(billed: readonly Held<"line_item">[]): CreditedItems {
  const invoice = billed[0]?.invoice ?? null;
  if (invoice === null) return null;
  const details = { invoice, invoice_line_items: billed.map(({ id }) => id) };
  return { invoice_line_item_details: details, type: "invoice_line_items" };
}
