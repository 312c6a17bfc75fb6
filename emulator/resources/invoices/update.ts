import { customerOf } from "../../billing/customer";
import { readDiscounts } from "../../billing/discounts/given";
import { startDiscounts } from "../../billing/discounts/start";
import { followAdvance } from "../../billing/invoices/follow-advance";
import { recount } from "../../billing/invoices/recount";
import { refuseForeignMethod } from "../../billing/subscriptions/payment-method";
import { taxRatesOf } from "../../billing/tax/rates";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation, type ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { settled } from "../fields";

/** What may still change once an invoice is closed. */
const ALWAYS = ["auto_advance", "default_payment_method", "expand", "metadata"];

/** https://docs.stripe.com/api/invoices/update */
export const updateInvoice = operation("invoices.update", (call) => {
  const { params } = call;
  refuseUnbuilt(params, [
    "application_fee_amount",
    "default_source",
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
  const changed = call.store.update("invoice", invoice.id, {
    ...changedTerms(call, invoice, params),
    auto_advance: params.auto_advance ?? invoice.auto_advance ?? false,
    collection_method: params.collection_method ?? invoice.collection_method,
    default_payment_method: settled(params.default_payment_method, invoice.default_payment_method),
    description: settled(params.description, invoice.description),
    due_date: params.due_date ?? invoice.due_date,
    footer: settled(params.footer, invoice.footer),
    metadata: mergeMetadata(invoice.metadata, params.metadata),
    statement_descriptor: settled(params.statement_descriptor, invoice.statement_descriptor),
  });
  const counted = invoice.status === "draft" ? recount(call, changed, []) : changed;
  const updated = params.auto_advance === undefined ? counted : followAdvance(call, counted);
  call.emit("invoice.updated", updated, before);
  return updated;
});

function changedTerms(
  work: Work,
  invoice: Held<"invoice">,
  { default_tax_rates: rates, discounts: given }: ParamsOf<"invoices.update">,
): Partial<Held<"invoice">> {
  return {
    ...(rates === undefined ? {} : { default_tax_rates: taxRatesOf(work, rates || [], "default_tax_rates") }),
    ...(given === undefined ? {} : { discounts: invoiceDiscounts(work, invoice, given || []) }),
  };
}

function invoiceDiscounts(
  work: Work,
  { id, currency, subtotal: amount, customer: owner, test_clock: clock }: Held<"invoice">,
  given: Parameters<typeof readDiscounts>[1],
): readonly string[] {
  const customer = customerOf(work, owner ?? "");
  const starts = readDiscounts(work, given, { customer, currency, amount });
  return startDiscounts(work, starts, { clock, customer: owner, invoice: id, now: work.now(clock) });
}
