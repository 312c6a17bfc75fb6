import {
  customerOf,
  customerTime,
  refuseForeign,
  refuseOtherCurrency,
  settleCurrency,
} from "../../billing/customer";
import { readDiscounts } from "../../billing/discounts/given";
import { startDiscounts } from "../../billing/discounts/start";
import { draftInvoice, ofSubscription } from "../../billing/invoices/draft";
import { bindItems, lineOf, pendingItems } from "../../billing/invoices/invoice-item";
import { refuseForeignMethod } from "../../billing/subscriptions/payment-method";
import { itemsOf } from "../../billing/subscriptions/period";
import { taxRatesOf } from "../../billing/tax/rates";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation, type ParamsOf } from "../../core/operation";
import { currencyOf } from "../currency";

type Params = ParamsOf<"invoices.create">;

const HOUR = 3600;
const DAY = 86_400;

/** A draft; what it bills comes from pending invoice items, or is added later. https://docs.stripe.com/api/invoices/create */
export const createInvoice = operation("invoices.create", (call) => {
  const { params } = call;
  refuseUnbuilt(params, [
    "application_fee_amount",
    "customer_account",
    "default_source",
    "from_invoice",
    "number",
    "on_behalf_of",
    "shipping_cost",
    "transfer_data",
  ]);
  checkDueDate(params);
  const subscription =
    params.subscription === undefined
      ? null
      : referenced(call, "subscription", params.subscription, "subscription");
  const named = params.customer ?? subscription?.customer;
  if (named === undefined) throw missingParam("customer");
  const customer = customerOf(call, named);
  if (subscription) refuseForeign("subscription", subscription, customer.id);
  if (params.default_payment_method) refuseForeignMethod(call, params.default_payment_method, customer.id);
  const asked = params.currency === undefined ? undefined : currencyOf(params.currency);
  const currency = asked ?? subscription?.currency ?? customer.currency ?? "usd";
  refuseOtherCurrency(customer, currency);
  settleCurrency(call, customer, currency);
  const now = customerTime(call, customer);
  const swept =
    subscription !== null || params.pending_invoice_items_behavior === "include"
      ? pendingItems(call, customer.id, subscription?.id)
      : [];
  const id = call.newId("invoice");
  const amount = swept.reduce((sum, item) => sum + item.amount, 0);
  const discounts = startDiscounts(
    call,
    readDiscounts(call, params.discounts || [], { customer, currency, amount }),
    { clock: customer.test_clock ?? null, customer: customer.id, invoice: id, now },
  );
  const draft = draftInvoice(call, customer, {
    id,
    ...(subscription === null ? {} : ofSubscription(call, subscription)),
    ...advancing(params, now),
    billing_reason: "manual",
    collection_method: params.collection_method ?? "charge_automatically",
    currency,
    default_payment_method: params.default_payment_method ?? null,
    description: params.description ?? null,
    due_date:
      params.due_date ?? (params.days_until_due === undefined ? null : now + params.days_until_due * DAY),
    footer: params.footer ?? null,
    lines: swept.map(lineOf),
    metadata: mergeMetadata(null, params.metadata),
    ...(params.default_tax_rates === undefined
      ? {}
      : { default_tax_rates: taxRatesOf(call, params.default_tax_rates, "default_tax_rates") }),
    ...(params.discounts === undefined ? {} : { discounts }),
    period_end: now,
    period_start: subscription
      ? Math.min(...itemsOf(call, subscription).map((item) => item.current_period_start))
      : now,
    rendering: renderingOf(params.rendering),
    statement_descriptor: params.statement_descriptor ?? null,
  });
  bindItems(call, swept, draft.id);
  if (draft.automatically_finalizes_at !== null) {
    const { automatically_finalizes_at: at, id: subject, test_clock: clock } = draft;
    call.schedule({ at, clock, name: "invoice.advance", subject });
  }
  return draft;
});

/** How an invoice is to look, which one of a subscription doesn't say. */
function renderingOf(given: Params["rendering"]): Held<"invoice">["rendering"] {
  return {
    amount_tax_display: given?.amount_tax_display || null,
    pdf: { page_size: given?.pdf?.page_size ?? "auto" },
    template: given?.template ?? null,
    template_version: null,
  };
}

/** A draft that advances by itself is closed after about an hour. */
function advancing({ auto_advance, collection_method }: Params, now: number) {
  if (!auto_advance) return { auto_advance: false };
  return {
    auto_advance: true,
    automatically_finalizes_at: now + HOUR + 1,
    next_payment_attempt: collection_method === "send_invoice" ? null : now + HOUR,
  };
}

function checkDueDate({ collection_method, days_until_due, due_date }: Params): void {
  const due = days_until_due !== undefined || due_date !== undefined;
  const sent = collection_method === "send_invoice";
  if (due && !sent) {
    throw invalidRequest(
      "You can only specify 'due_date' or 'days_until_due' if invoice collection method is 'send_invoice'.",
    );
  }
  if (sent && !due) {
    throw invalidRequest(
      "If invoice collection method is 'send_invoice', you must specify 'due_date' or 'days_until_due'.",
    );
  }
}
