import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { pendingItems } from "../invoices/invoice-item";
import { linesOf } from "../invoices/totals-of";
import type { Period } from "../periods";

type CreditedItems = NonNullable<Held<"invoiceitem">["proration_details"]>["credited_items"];
type Line = Held<"line_item">;

/** What an item was charged for some time, and what a credit for it refers to. */
export type Debit = {
  /** What discounts left to pay, minor units. */
  readonly net: number;
  readonly period: Period;
  readonly quantity: number;
  /** The id of the price that was charged. */
  readonly price: string | null;
  readonly credited: CreditedItems;
};

/**
 * What a subscription's item was charged, on invoices that aren't void or waiting for one, and wasn't given back yet:
 * credits never come to more. https://docs.stripe.com/billing/subscriptions/prorations#credit-prorations
 */
export function outstandingDebits(
  work: Work,
  subscription: Held<"subscription">,
  item: Held<"subscription_item">,
): readonly Debit[] {
  const given = givenBack(work, subscription);
  const pending = pendingItems(work, subscription.customer, subscription.id)
    .filter((one) => one.parent?.subscription_details?.subscription_item === item.id)
    .filter((one) => one.proration && one.amount > 0 && !given.has(one.id))
    .map((one) => ({ ...chargedBy(one), credited: { invoice_item: one.id, type: "invoice_item" as const } }));
  const invoiced = work.store
    .list("invoice", "subscription", subscription.id)
    .filter(({ status }) => status !== "void")
    .flatMap((invoice) => linesOf(work, invoice))
    .filter((line) => line.parent?.subscription_item_details?.subscription_item === item.id)
    .filter((line) => line.amount > 0 && !given.has(line.id) && !given.has(sourceOf(line)))
    .map((line) => ({ ...chargedBy(line), credited: referenceTo(line) }));
  return [...pending, ...invoiced];
}

/** The ids of what credits refer to: invoice items and lines. One whose invoice became void gave nothing back. */
function givenBack(work: Work, { customer, id }: Held<"subscription">): ReadonlySet<string> {
  const credits = work.store
    .list("invoiceitem", "customer", customer)
    .filter((one) => one.parent?.subscription_details?.subscription === id)
    .filter(({ invoice }) => invoice === null || work.store.get("invoice", invoice)?.status !== "void")
    .flatMap((one) => one.proration_details?.credited_items ?? []);
  return new Set(
    credits.flatMap(({ invoice_item: item, invoice_line_item_details: details }) => [
      ...(item === undefined ? [] : [item]),
      ...(details?.invoice_line_items ?? []),
    ]),
  );
}

function chargedBy(one: Held<"invoiceitem"> | Line): Omit<Debit, "credited"> {
  const discounts = "discount_amounts" in one ? (one.discount_amounts ?? []) : [];
  const { end, start } = one.period;
  return {
    net: one.amount - discounts.reduce((sum, { amount }) => sum + amount, 0),
    period: { end, start },
    price: one.pricing?.price_details?.price ?? null,
    quantity: one.quantity ?? 0,
  };
}

function sourceOf({ parent }: Line): string {
  return parent?.subscription_item_details?.invoice_item ?? "";
}

function referenceTo(line: Line): CreditedItems {
  const details = { invoice: line.invoice ?? "", invoice_line_items: [line.id] };
  return { invoice_line_item_details: details, type: "invoice_line_items" };
}
