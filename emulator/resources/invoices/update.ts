import { refuseForeignMethod } from "../../billing/subscriptions/payment-method";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest } from "../../core/errors";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import { settled } from "../fields";

/** What may still change once an invoice is closed. */
const ALWAYS = ["auto_advance", "default_payment_method", "expand", "metadata"];

/** https://docs.stripe.com/api/invoices/update */
export const updateInvoice = operation("invoices.update", (call) => {
  const { params } = call;
  refuseUnbuilt(params, [
    "application_fee_amount",
    "default_source",
    "default_tax_rates",
    "discounts",
    "number",
    "on_behalf_of",
    "shipping_cost",
    "transfer_data",
  ]);
  const invoice = addressed(call, "invoice");
  const late = Object.keys(params).find((name) => !ALWAYS.includes(name));
  if (invoice.status !== "draft" && late !== undefined) {
    throw invalidRequest("Finalized invoices can't be updated in this way", { param: late });
  }
  if (params.default_payment_method) {
    refuseForeignMethod(call, params.default_payment_method, invoice.customer ?? "");
  }
  const before = call.snapshot(invoice);
  const updated = call.store.update("invoice", invoice.id, {
    auto_advance: params.auto_advance ?? invoice.auto_advance ?? false,
    collection_method: params.collection_method ?? invoice.collection_method,
    default_payment_method: settled(params.default_payment_method, invoice.default_payment_method),
    description: settled(params.description, invoice.description),
    due_date: params.due_date ?? invoice.due_date,
    footer: settled(params.footer, invoice.footer),
    metadata: mergeMetadata(invoice.metadata, params.metadata),
    statement_descriptor: settled(params.statement_descriptor, invoice.statement_descriptor),
  });
  call.emit("invoice.updated", updated, before);
  return updated;
});
