import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { idOf } from "../ids";
import { automaticTax, fixedRates } from "../order/tax";
import { isMetered } from "../subscription/plan-item";
import { collectLastInvoice } from "./collect-last-invoice";

/**
 * Bills what was used in the period before a plan began to rest. Stripe bills it with the next period's invoice, which a pause
 * withdraws with all that stands on it. So it gets an invoice of its own, that isn't the subscription's: by that the period would
 * count as paid. One that isn't paid stays open, to be paid from the account. Asked twice, it is billed once.
 *
 * @param id of an invoice that was withdrawn; where its plan doesn't rest, nothing is billed, for somebody meant it
 * @throws Stripe's or the database's error; asking again goes on from there
 * https://docs.stripe.com/billing/subscriptions/pause-payment
 */
export async function billWithdrawnUse(id: string): Promise<void> {
  const withdrawn = await stripe().invoices.retrieve(id);
  const subscription = await restingPlan(withdrawn);
  if (!subscription) return;
  const use = await usedLines(withdrawn, subscription);
  if (use.length === 0) return;
  const bill = (await billOf(withdrawn)) ?? (await begin(withdrawn, subscription));
  if (bill.status === "draft") await putAll(use, bill);
  await collectLastInvoice(bill.id);
}

async function restingPlan({ status, parent }: Stripe.Invoice): Promise<Stripe.Subscription | null> {
  const subscription = idOf(parent?.subscription_details?.subscription);
  if (status !== "void" || !subscription) return null;
  const found = await stripe().subscriptions.retrieve(subscription);
  return found.pause_collection === null ? null : found;
}

/** The lines of what was used, as far as it costs anything. */
async function usedLines({ id }: Stripe.Invoice, { items }: Stripe.Subscription) {
  const counted = items.data.filter(isMetered).map(({ price }) => price.id);
  const lines = await stripe().invoices.listLineItems(id, { limit: 100 });
  return lines.data.filter(({ amount, pricing }) => {
    const price = idOf(pricing?.price_details?.price);
    return amount > 0 && price !== null && counted.includes(price);
  });
}

/** Where an invoice and its lines keep which withdrawn ones they stand for; Stripe forgets an idempotency key sooner than a job is given up. */
const WITHDRAWN = "withdrawn";

async function billOf({ id, customer, created }: Stripe.Invoice): Promise<Stripe.Invoice | null> {
  const whose = { customer: idOf(customer) ?? "", created: { gte: created } };
  for await (const one of stripe().invoices.list({ ...whose, limit: 100 })) {
    if (one.metadata?.[WITHDRAWN] === id) return one;
  }
  return null;
}

function begin({ id, customer, currency }: Stripe.Invoice, subscription: Stripe.Subscription) {
  const card = idOf(subscription.default_payment_method);
  return stripe().invoices.create(
    {
      ...{ customer: idOf(customer) ?? "", currency, metadata: { [WITHDRAWN]: id } },
      ...{ auto_advance: false, pending_invoice_items_behavior: "exclude" },
      ...(card && { default_payment_method: card }),
      ...automaticTax(),
      ...fixedRates(),
    },
    { idempotencyKey: `use:${id}` },
  );
}

async function putAll(use: readonly Stripe.InvoiceLineItem[], bill: Stripe.Invoice): Promise<void> {
  const there = await stripe().invoices.listLineItems(bill.id, { limit: 100 });
  const stands = new Set(there.data.map(({ metadata }) => metadata[WITHDRAWN]));
  for (const line of use) if (!stands.has(line.id)) await put(line, bill);
}

async function put({ id, amount, description }: Stripe.InvoiceLineItem, bill: Stripe.Invoice): Promise<void> {
  await stripe().invoiceItems.create(
    {
      ...{ customer: idOf(bill.customer) ?? "", invoice: bill.id, amount, currency: bill.currency },
      ...(description && { description }),
      metadata: { [WITHDRAWN]: id },
    },
    { idempotencyKey: `use:${id}` },
  );
}
