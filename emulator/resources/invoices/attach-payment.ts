import { attachPayment } from "../../billing/invoices/attached";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest, missingParam } from "../../core/errors";
import { addressed, referenced } from "../../core/lookup";
import { operation } from "../../core/operation";

/** Counts a payment made apart from an open invoice towards it. https://docs.stripe.com/api/invoices/attach_payment */
export const attachInvoicePayment = operation("invoices.attachPayment", (call) => {
  const { payment_intent: id } = call.params;
  refuseUnbuilt(call.params, ["payment_record"]);
  const invoice = addressed(call, "invoice");
  if (invoice.status !== "open") throw invalidRequest("You can only attach payments to open invoices.");
  if (id === undefined) throw missingParam("payment_intent");
  const intent = referenced(call, "payment_intent", id, "payment_intent");
  const refuse = (message: string) => invalidRequest(message, { param: "payment_intent" });
  if (intent.customer !== invoice.customer) throw refuse("The payment is not one of the invoice's customer.");
  if (intent.currency !== invoice.currency) throw refuse("The payment is not in the invoice's currency.");
  if (intent.status === "canceled") throw refuse("A canceled payment can't be attached to an invoice.");
  if (call.store.list("invoice_payment", "payment_intent", intent.id).length > 0) {
    throw refuse("The payment is attached to an invoice already.");
  }
  return attachPayment(call, invoice, intent);
});
