import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { configured } from "../configured";
import { ensureCustomer } from "../ensure-customer";
import { itemsOf } from "./items";
import { automaticTax, fixedRates } from "./tax";
import type { Terms } from "./terms";

/** What an order comes to, in minor units of its terms' currency. */
export type Quote = {
  /** Before discounts and taxes, for one interval. */
  subtotal: number;
  /** What the promotion code takes off the first payment. */
  off: number;
  /** What taxes add to the first payment; null where none are reckoned, or the price holds them. */
  tax: number | null;
  /** The first payment: today, or at the end of the trial. */
  first: number;
  /** Every payment after those that the code lowers. */
  later: number;
};

/**
 * What an order comes to. Where nothing but the price decides, it is the price; else Stripe reckons it, as it will when it is
 * bought.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error
 * https://docs.stripe.com/api/invoices/create_preview
 */
export async function quoteOf(userId: string, terms: Terms): Promise<Quote> {
  const subtotal = terms.amount * terms.seats;
  if (!terms.promotion && !configured.tax) {
    return { subtotal, off: 0, tax: null, first: subtotal, later: subtotal };
  }
  const { id: customer } = await ensureCustomer(userId);
  const [first, later] = await Promise.all([
    preview(customer, terms),
    configured.tax ? preview(customer, { ...terms, promotion: null }) : null,
  ]);
  const { total_discount_amounts: discounts, total_taxes: taxes } = first;
  return {
    subtotal,
    off: (discounts ?? []).reduce((sum, { amount }) => sum + amount, 0),
    tax: configured.tax ? (taxes ?? []).reduce((sum, tax) => sum + added(tax), 0) : null,
    first: first.total,
    later: terms.promotion?.duration === "forever" ? first.total : (later?.total ?? subtotal),
  };
}

/** The trial is left out: what is asked is what the first payment will be. */
async function preview(customer: string, terms: Terms): Promise<Stripe.Invoice> {
  const { currency, price, promotion } = terms;
  return stripe().invoices.createPreview({
    customer,
    ...(currency !== price.currency && { currency }),
    ...automaticTax(),
    ...(promotion && { discounts: [{ promotion_code: promotion.id }] }),
    subscription_details: { items: await itemsOf(terms), ...fixedRates() },
  });
}

function added({ amount, tax_behavior }: Stripe.Invoice.TotalTax): number {
  return tax_behavior === "exclusive" ? amount : 0;
}
