import { operation } from "../../core/operation";
import { makeItem } from "./make-item";

/** Waits for the customer's next invoice, or joins the draft it names. https://docs.stripe.com/api/invoiceitems/create */
export const createInvoiceItem = operation("invoiceItems.create", (call) => makeItem(call, call.params));
