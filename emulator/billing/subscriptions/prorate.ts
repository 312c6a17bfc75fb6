import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { prorationDescription } from "../invoices/describe";
import { putInvoiceItem } from "../invoices/invoice-item";
import { linesOf } from "../invoices/totals-of";
import type { Period } from "../periods";
import { priceOfItem, pricingOf, type RecurringPrice } from "../price";
import { remainingTime, unusedTime } from "../proration";
import { isOver, periodWith, runningPeriod } from "./apply-items";
import { alters, type ItemChange } from "./item-changes";
import { billedShare, comingShare } from "./net-share";

type Subscription = Held<"subscription">;
type Item = Held<"subscription_item">;
type CreditedItems = NonNullable<Held<"invoiceitem">["proration_details"]>["credited_items"];

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

function credit(work: Work, subscription: Subscription, item: Item, at: number): void {
  const price = priceOfItem(work, item);
  if (price.recurring.usage_type === "metered" || isOver(item, at)) return;
  const quantity = item.quantity ?? 0;
  const billed = lastDebit(work, subscription, item);
  const period = { start: item.current_period_start, end: item.current_period_end };
  pend(work, subscription, {
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
  pend(work, subscription, {
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

type Part = {
  readonly amount: number;
  readonly at: number;
  readonly credited: CreditedItems;
  readonly item: string | null;
  readonly part: "Unused" | "Remaining";
  readonly period: Period;
  readonly price: RecurringPrice;
  readonly quantity: number;
};

function pend(work: Work, subscription: Subscription, part: Part): void {
  putInvoiceItem(work, {
    amount: part.amount,
    currency: subscription.currency,
    customer: subscription.customer,
    date: part.at,
    description: prorationDescription(work, part.part, part.price, part.quantity, part.at),
    discountable: false,
    parent: {
      subscription_details: {
        subscription: subscription.id,
        ...(part.item === null ? {} : { subscription_item: part.item }),
      },
      type: "subscription_details",
    },
    period: { start: part.at, end: part.period.end },
    pricing: {
      price_details: { price: part.price.id, product: part.price.product },
      type: "price_details",
      unit_amount_decimal: null,
    },
    proration: true,
    proration_details: { credited_items: part.credited, discount_amounts: [] },
    quantity: part.quantity,
    test_clock: subscription.test_clock,
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
