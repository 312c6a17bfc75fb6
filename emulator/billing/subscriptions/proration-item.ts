import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { prorationDescription } from "../invoices/describe";
import { putInvoiceItem } from "../invoices/invoice-item";
import type { Period } from "../periods";
import type { RecurringPrice } from "../price";

type CreditedItems = NonNullable<Held<"invoiceitem">["proration_details"]>["credited_items"];

/** One side of a proration: what is given back, or what costs anew. */
export type Part = {
  readonly amount: number;
  readonly at: number;
  /** What a credit gives back. */
  readonly credited: CreditedItems;
  readonly item: string | null;
  readonly part: "Unused" | "Remaining";
  readonly period: Period;
  readonly price: RecurringPrice;
  readonly quantity: number;
};

/** Puts a part of a proration into the store as a pending invoice item. Emits `invoiceitem.created`. */
export function pendProration(work: Work, subscription: Held<"subscription">, part: Part): void {
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
