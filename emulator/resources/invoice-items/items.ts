import { recount } from "../../billing/invoices/recount";
import { taxRatesOf } from "../../billing/tax/rates";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest, StripeError } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { page, within } from "../../core/lists";
import { remove } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import type { Call, Work } from "../../core/work";

type InvoiceItem = Held<"invoiceitem">;

export const retrieveInvoiceItem = operation("invoiceItems.retrieve", addressedItem);

/** https://docs.stripe.com/api/invoiceitems/list */
export const listInvoiceItems = operation("invoiceItems.list", (call) => {
  const { customer, created, invoice, pending } = call.params;
  return page(call, {
    kind: "invoiceitem",
    url: "/v1/invoiceitems",
    by: customer === undefined ? undefined : ["customer", customer],
    keep: (item) =>
      within(item.date, created) &&
      (invoice === undefined || item.invoice === invoice) &&
      (pending === undefined || (item.invoice === null) === pending),
  });
});

/** While it is pending or on a draft. https://docs.stripe.com/api/invoiceitems/update */
export const updateInvoiceItem = operation("invoiceItems.update", (call) => {
  const item = addressedItem(call);
  const invoice = draftOrNone(call, item);
  refuseUnbuilt(call.params, ["discounts", "price_data", "pricing", "quantity", "quantity_decimal"]);
  const { amount, description, discountable, metadata, period, tax_rates: rates } = call.params;
  const updated = call.store.update("invoiceitem", item.id, {
    amount: amount ?? item.amount,
    description: description ?? item.description,
    discountable: discountable ?? item.discountable,
    metadata: mergeMetadata(item.metadata, metadata),
    period: period ?? item.period,
    ...(rates === undefined ? {} : { tax_rates: taxRatesOf(call, rates || [], "tax_rates") }),
  });
  if (invoice) recount(call, invoice, [updated]);
  return updated;
});

/** While it is pending or on a draft. https://docs.stripe.com/api/invoiceitems/delete */
export const deleteInvoiceItem = operation("invoiceItems.del", (call) => {
  const item = addressedItem(call);
  const invoice = draftOrNone(call, item);
  call.emit("invoiceitem.deleted", item);
  const stub = remove(call, "invoiceitem", item.id);
  if (invoice) recount(call, invoice, []);
  return stub;
});

function addressedItem(call: Call<unknown>): InvoiceItem {
  const item = call.store.get("invoiceitem", call.id);
  if (item) return item;
  throw new StripeError(404, {
    code: "resource_missing",
    message: `No such Invoice Item: '${call.id}'(livemode=false)`,
    param: "id",
    type: "invalid_request_error",
  });
}

function draftOrNone(work: Work, item: InvoiceItem): Held<"invoice"> | null {
  if (item.invoice === null) return null;
  const invoice = work.store.get("invoice", item.invoice);
  if (!invoice) throw invalidRequest("This invoice item has been deleted.");
  if (invoice.status === "draft") return invoice;
  throw invalidRequest("Invalid invoice: This invoice is no longer editable", {
    code: "invoice_not_editable",
  });
}
