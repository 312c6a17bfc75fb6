import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

export const retrieveInvoicePayment = operation("invoicePayments.retrieve", (call) =>
  addressed(call, "invoice_payment"),
);

/** How to come from a payment to its invoice. https://docs.stripe.com/api/invoice-payment/list */
export const listInvoicePayments = operation("invoicePayments.list", (call) => {
  const { invoice, payment, status, created } = call.params;
  const intent = payment?.payment_intent;
  return page(call, {
    kind: "invoice_payment",
    url: "/v1/invoice_payments",
    by:
      intent !== undefined
        ? ["payment_intent", intent]
        : invoice !== undefined
          ? ["invoice", invoice]
          : undefined,
    keep: (entry) =>
      (invoice === undefined || entry.invoice === invoice) &&
      (status === undefined || entry.status === status) &&
      within(entry.created, created),
  });
});
