import { recount } from "../../billing/invoices/recount";
import { invalidRequest, StripeError } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { page, within } from "../../core/lists";
import { remove } from "../../core/lookup";
import { operation } from "../../core/operation";
import type { Call, Work } from "../../core/work";
import { changeItem } from "./change-item";

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
  const updated = changeItem(call, item, call.params);
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
