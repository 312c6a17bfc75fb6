import {
  customerOf,
  customerTime,
  refuseForeign,
  refuseOtherCurrency,
  settleCurrency,
} from "../../billing/customer";
import { readDiscounts } from "../../billing/discounts/given";
import { startDiscounts } from "../../billing/discounts/start";
import { putInvoiceItem } from "../../billing/invoices/invoice-item";
import { recount } from "../../billing/invoices/recount";
import { costOf } from "../../billing/price";
import { taxRatesOf } from "../../billing/tax/rates";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { pricedItem } from "./priced-item";

type Params = ParamsOf<"invoiceItems.create">;

/**
 * Makes an invoice item as a request asks: it waits for its customer's next invoice, or joins the draft it
 * names. Emits `invoiceitem.created`.
 */
export function makeItem(work: Work, params: Params): Held<"invoiceitem"> {
  refuseUnbuilt(params, ["customer_account", "quantity_decimal"]);
  if (params.customer === undefined) throw missingParam("customer");
  const customer = customerOf(work, params.customer);
  const invoice = params.invoice === undefined ? null : draftOf(work, params.invoice);
  if (invoice) refuseForeign("invoice", invoice, customer.id);
  const { price, quantity } = pricedItem(work, params, customer.currency ?? "usd");
  refuseOtherCurrency(customer, price.currency);
  settleCurrency(work, customer, price.currency);
  const now = customerTime(work, customer);
  const subscription =
    params.subscription === undefined
      ? null
      : referenced(work, "subscription", params.subscription, "subscription");
  if (subscription) refuseForeign("subscription", subscription, customer.id);
  const amount = costOf(price, quantity);
  const id = work.newId("invoiceitem");
  const { currency } = price;
  const discounts = startDiscounts(
    work,
    readDiscounts(work, params.discounts || [], { customer, currency, amount }),
    { clock: customer.test_clock ?? null, customer: customer.id, invoice_item: id, now },
  );
  const item = putInvoiceItem(work, {
    id,
    amount,
    currency: price.currency,
    customer: customer.id,
    date: now,
    description: params.description ?? null,
    discountable: params.discountable ?? amount >= 0,
    discounts,
    invoice: invoice?.id ?? null,
    metadata: mergeMetadata(null, params.metadata),
    parent: subscription && {
      subscription_details: { subscription: subscription.id },
      type: "subscription_details",
    },
    period: params.period ?? { start: now, end: now },
    pricing: {
      price_details: { price: price.id, product: price.product },
      type: "price_details",
      unit_amount_decimal: price.unit_amount_decimal,
    },
    quantity,
    tax_rates: taxRatesOf(work, params.tax_rates ?? [], "tax_rates"),
    test_clock: customer.test_clock ?? null,
  });
  if (invoice) recount(work, invoice, [item]);
  return item;
}

/** The draft an id in a parameter names; refuses an invoice that is closed. */
export function draftOf(work: Work, id: string): Held<"invoice"> {
  const invoice = referenced(work, "invoice", id, "invoice");
  if (invoice.status === "draft") return invoice;
  throw invalidRequest("Invalid invoice: This invoice is no longer editable", {
    code: "invoice_not_editable",
  });
}
