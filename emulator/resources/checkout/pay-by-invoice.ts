import { readDiscounts } from "../../billing/discounts/given";
import { startDiscounts } from "../../billing/discounts/start";
import { draftInvoice } from "../../billing/invoices/draft";
import { finalize } from "../../billing/invoices/finalize";
import { intentOf } from "../../billing/invoices/payment";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { makeItem } from "../invoice-items/make-item";
import { charge, refuseSurprise } from "./collect";
import type { Completion } from "./completion";
import { discountsGiven } from "./discounts";
import { forSale } from "./for-sale";
import { paymentFields } from "./payment";
import { linesOf } from "./recount";

type Session = Held<"checkout.session">;

/** Pays what is bought by an invoice over it. https://docs.stripe.com/payments/checkout/receipts#paid-invoices */
export function payByInvoice(
  work: Work,
  { session, customer, brought }: Completion,
): Pick<Session, "invoice" | "payment_intent" | "payment_status"> {
  if (customer === null) throw new Error(`The session ${session.id} has nobody to invoice`);
  const open = finalize(work, filled(work, session, customer));
  const intent = intentOf(work, open);
  if (!intent || !brought)
    return { invoice: open.id, payment_intent: null, payment_status: "no_payment_required" };
  const { currency: _settled, ...fields } = paymentFields(session);
  const prepared = work.store.update("payment_intent", intent.id, { ...fields, capture_method: "automatic" });
  refuseSurprise(charge(work, prepared, brought));
  return { invoice: open.id, payment_intent: intent.id, payment_status: "paid" };
}

function filled(work: Work, session: Session, id: string): Held<"invoice"> {
  const customer = work.store.must("customer", id);
  const currency = session.currency ?? "usd";
  const data = session.invoice_creation?.invoice_data;
  const given = discountsGiven(session);
  const now = work.now(customer.test_clock);
  const invoice = work.newId("invoice");
  const starts = readDiscounts(work, given, { amount: session.amount_subtotal ?? 0, currency, customer });
  draftInvoice(work, customer, {
    billing_reason: "manual",
    currency,
    custom_fields: data?.custom_fields ?? null,
    description: data?.description ?? null,
    discounts: startDiscounts(work, starts, {
      clock: customer.test_clock ?? null,
      customer: id,
      invoice,
      now,
    }),
    footer: data?.footer ?? null,
    id: invoice,
    lines: [],
    metadata: data?.metadata ?? {},
    period_end: now,
    period_start: now,
  });
  forSale(work, session, () => {
    for (const { description, price, quantity, tax_rates } of linesOf(work, session)) {
      if (!quantity) continue;
      const priced = { pricing: { price: price ?? "" }, quantity, tax_rates };
      makeItem(work, { customer: id, description: description ?? "", invoice, ...priced });
    }
  });
  return work.store.must("invoice", invoice);
}
