import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { customerTime } from "../customer";
import { runningDiscounts, spendOnce } from "../discounts/running";
import { automaticTaxOnInvoice } from "../tax/automatic";
import { priceLines } from "./price-lines";
import { draftAmounts } from "./totals-of";

type Invoice = Held<"invoice">;
type Line = Held<"line_item">;

const DAY = 86_400;

/** A line before it is on an invoice. */
export type LineDraft = Omit<Line, "id" | "object" | "invoice" | "livemode" | "currency" | "subscription">;

export type InvoiceDraft = Pick<Invoice, "billing_reason" | "currency" | "period_end" | "period_start"> &
  Partial<Omit<Invoice, "id" | "object" | "created" | "customer" | "lines">> & {
    /** For an invoice that something refers to before it is there. */
    readonly id?: string;
    readonly lines: readonly LineDraft[];
  };

/** Puts a draft invoice and its lines into the store and emits `invoice.created`. */
export function draftInvoice(work: Work, customer: Held<"customer">, draft: InvoiceDraft): Invoice {
  const id = draft.id ?? work.newId("invoice");
  const { lines: lineDrafts, ...fields } = draft;
  const terms = {
    currency: draft.currency,
    customer_tax_exempt: customer.tax_exempt ?? "none",
    default_tax_rates: draft.default_tax_rates ?? [],
    discounts: draft.discounts ?? [],
  };
  const put = lineDrafts.map((line) => putLine(work, id, draft.currency, line));
  const lines = priceLines(work, terms, put);
  const created = customerTime(work, customer);
  const invoice = work.store.put("invoice", {
    ...blank(created),
    ...billedTo(customer),
    customer_tax_ids: work.store
      .list("tax_id", "customer", customer.id)
      .map(({ type, value }) => ({ type, value })),
    ...draftAmounts(lines, customer.balance),
    ...fields,
    id,
    lines: lines.map((line) => line.id),
  });
  spendOnce(work, invoice);
  work.emit("invoice.created", invoice);
  return invoice;
}

/** Adds a line to the store; `subscription`, which the types ask for, is never sent by Stripe. */
export function putLine(work: Work, invoice: string, currency: string, line: LineDraft): Line {
  return work.store.put("line_item", {
    ...line,
    id: work.newId("line_item"),
    object: "line_item",
    currency,
    invoice,
    livemode: false,
    subscription: null,
  });
}

/** What an invoice takes over from the subscription it bills: that it does, when it is due, discounts and tax rates. */
export function ofSubscription(
  work: Work,
  { id }: Held<"subscription">,
): Pick<Invoice, "automatic_tax" | "default_tax_rates" | "discounts" | "due_date" | "parent"> {
  const subscription = work.store.must("subscription", id);
  const now = work.now(subscription.test_clock);
  const days = subscription.collection_method === "send_invoice" ? (subscription.days_until_due ?? 0) : null;
  return {
    automatic_tax: automaticTaxOnInvoice(subscription),
    default_tax_rates: subscription.default_tax_rates ?? [],
    discounts: runningDiscounts(work, subscription.discounts, now),
    due_date: days === null ? null : now + days * DAY,
    parent: {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: "subscription_details",
    },
  };
}

function billedTo(customer: Held<"customer">) {
  return {
    customer: customer.id,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: customer.shipping,
    customer_tax_exempt: customer.tax_exempt ?? "none",
    starting_balance: customer.balance,
    test_clock: customer.test_clock ?? null,
  };
}

function blank(created: number) {
  return {
    object: "invoice",
    account_country: "US",
    account_name: "Gatehouse",
    account_tax_ids: null,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: false,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
    automatically_finalizes_at: null,
    collection_method: "charge_automatically",
    confirmation_secret: null,
    created,
    custom_fields: null,
    customer_account: null,
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    due_date: null,
    effective_at: null,
    ending_balance: null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: "self" },
    last_finalization_error: null,
    latest_revision: null,
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: null,
    on_behalf_of: null,
    parent: null,
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    payments: [],
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    statement_descriptor: null,
    status: "draft",
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    total_discount_amounts: [],
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: created,
  } satisfies Partial<Invoice>;
}
