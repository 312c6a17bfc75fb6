import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { isRecurring, priceOfItem, pricingOf } from "../price";
import { remainingTime, unusedTime } from "../proration";
import { isOver, periodWith, runningPeriod } from "./apply-items";
import { billUsage } from "./bill-usage";
import { outstandingDebits } from "./debits";
import { alters, type ItemChange } from "./item-changes";
import { type Coming, comingOf, comingShare } from "./net-share";
import { pendProration } from "./proration-item";
import { PRORATES } from "./status";
import { wholePeriod } from "./whole-period";

type Subscription = Held<"subscription">;
type Item = Held<"subscription_item">;

/**
 * Puts what item changes at a time give back and cost into the store as pending invoice items: what the whole
 * old item was charged as credits, the whole new one as a debit; nothing for a period that is over. Call it before the
 * changes are carried out.
 * https://docs.stripe.com/billing/subscriptions/prorations
 */
export function prorate(
  work: Work,
  subscription: Subscription,
  changes: readonly ItemChange[],
  at: number,
): void {
  const changed = new Set(changes.map(({ before }) => before?.id));
  const staying = comingOf(work, subscription).filter(({ item }) => !changed.has(item?.id));
  const coming = changes.map(({ before, after }) => after && { ...after, item: before });
  const all = [...staying, ...coming.filter((one) => one !== null)];
  for (const [place, change] of changes.entries()) {
    if (!alters(change)) continue;
    if (change.before) credit(work, subscription, change.before, at);
    const debited = coming[place];
    if (debited) debit(work, subscription, debited, all, at);
  }
}

/** Gives back what an item was charged and isn't used, a credit for each charge: its time from `at` on. */
export function credit(work: Work, subscription: Subscription, item: Item, at: number): void {
  const price = priceOfItem(work, item);
  if (price.recurring.usage_type === "metered" || isOver(item, at)) return;
  for (const debit of outstandingDebits(work, subscription, item)) {
    if (debit.period.end <= at) continue;
    const charged = work.store.get("price", debit.price ?? "");
    pendProration(work, subscription, {
      amount: unusedTime(debit.net, debit.period, at),
      at: Math.max(at, debit.period.start),
      credited: debit.credited,
      item: item.id,
      part: "Unused",
      period: debit.period,
      price: charged && isRecurring(charged) ? charged : price,
      quantity: debit.quantity,
    });
  }
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

/** Charges an item as it will be for its time from `at` on; `all` is what the subscription comes to. */
export function debit(
  work: Work,
  subscription: Subscription,
  debited: Coming & Pick<NonNullable<ItemChange["after"]>, "id">,
  all: readonly Coming[],
  at: number,
): void {
  const { id, item: before, price, quantity } = debited;
  if (price.recurring.usage_type === "metered") return;
  const period = before
    ? periodWith(subscription, before, priceOfItem(work, before), price, at)
    : runningPeriod(work, subscription, price, at);
  if (period.end <= at) return;
  pendProration(work, subscription, {
    amount: remainingTime(
      pricingOf(price),
      quantity,
      wholePeriod(subscription, price, period),
      at,
      comingShare(work, subscription, all, debited),
    ),
    at,
    credited: null,
    item: before?.id ?? id ?? null,
    part: "Remaining",
    period,
    price,
    quantity,
  });
}
