import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import type { LineDraft } from "./draft";

type InvoiceItem = Held<"invoiceitem">;

/** What differs between invoice items at birth; everything else starts empty. */
export type InvoiceItemStart = Pick<InvoiceItem, "amount" | "currency" | "customer" | "date" | "period"> &
  Partial<Omit<InvoiceItem, "object">>;

/** Puts an invoice item into the store and emits `invoiceitem.created`. */
export function putInvoiceItem(work: Work, start: InvoiceItemStart): InvoiceItem {
  const item = work.store.put("invoiceitem", {
    id: start.id ?? work.newId("invoiceitem"),
    object: "invoiceitem",
    customer_account: null,
    description: null,
    discountable: true,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: {},
    net_amount: start.amount,
    parent: null,
    pricing: null,
    proration: false,
    quantity: 1,
    quantity_decimal: String(start.quantity ?? 1),
    tax_rates: [],
    test_clock: null,
    ...start,
  });
  work.emit("invoiceitem.created", item);
  return item;
}

/** The customer's invoice items that wait for an invoice, newest first: all, or a subscription's own. */
export function pendingItems(work: Work, customer: string, subscription?: string): readonly InvoiceItem[] {
  return work.store
    .list("invoiceitem", "customer", customer)
    .filter(
      (item) =>
        item.invoice === null &&
        (subscription === undefined || belongsTo(item) === null || belongsTo(item) === subscription),
    );
}

/** The line that an invoice item becomes. */
export function lineOf(item: InvoiceItem): LineDraft {
  return {
    amount: item.amount,
    description: item.description,
    discount_amounts: [],
    discountable: item.discountable,
    discounts: item.discounts ?? [],
    metadata: item.metadata ?? {},
    parent: lineParent(item),
    period: item.period,
    pretax_credit_amounts: [],
    pricing: item.pricing,
    quantity: item.quantity,
    quantity_decimal: item.quantity_decimal,
    subtotal: item.amount,
    tax_rates: item.tax_rates ?? [],
    taxes: [],
  };
}

function lineParent(item: InvoiceItem): LineDraft["parent"] {
  const details = item.parent?.subscription_details;
  const common = {
    invoice_item: item.id,
    proration: item.proration,
    proration_details: {
      credited_items: item.proration_details?.credited_items?.invoice_line_item_details ?? null,
    },
    subscription: details?.subscription ?? null,
  };
  if (details?.subscription_item === undefined) {
    return { invoice_item_details: common, subscription_item_details: null, type: "invoice_item_details" };
  }
  return {
    invoice_item_details: null,
    subscription_item_details: { ...common, subscription_item: details.subscription_item },
    type: "subscription_item_details",
  };
}

function belongsTo(item: InvoiceItem): string | null {
  return item.parent?.subscription_details?.subscription ?? null;
}

/** Binds invoice items to the invoice whose lines they have become. */
export function bindItems(work: Work, items: readonly InvoiceItem[], invoice: string): void {
  for (const { id } of items) work.store.update("invoiceitem", id, { invoice });
}
