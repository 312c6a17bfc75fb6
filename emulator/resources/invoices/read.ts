import { linesOf } from "../../billing/invoices/totals-of";
import { countedPage } from "../../core/counted-page";
import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

export const retrieveInvoice = operation("invoices.retrieve", (call) =>
  addressed(call, "invoice", "invoice"),
);

/** https://docs.stripe.com/api/invoices/list */
export const listInvoices = operation("invoices.list", (call) => {
  const { customer, subscription, status, collection_method, created, due_date } = call.params;
  return page(call, {
    kind: "invoice",
    url: "/v1/invoices",
    by:
      subscription !== undefined
        ? ["subscription", subscription]
        : customer !== undefined
          ? ["customer", customer]
          : undefined,
    keep: (invoice) =>
      (customer === undefined || invoice.customer === customer) &&
      (status === undefined || invoice.status === status) &&
      (collection_method === undefined || invoice.collection_method === collection_method) &&
      within(invoice.created, created) &&
      (due_date === undefined || (invoice.due_date !== null && within(invoice.due_date, due_date))),
  });
});

/** The lines of one invoice, in its order. https://docs.stripe.com/api/invoice-line-item/retrieve */
export const listInvoiceLines = operation("invoices.listLineItems", (call) => {
  const invoice = addressed(call, "invoice", "invoice");
  return countedPage(call.params, linesOf(call, invoice), {
    noun: "invoice line item",
    url: `/v1/invoices/${invoice.id}/lines`,
  });
});
