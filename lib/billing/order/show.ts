import { stripe } from "@/lib/stripe/client";
import { planOf } from "../plan/plan-of";
import { customerOf } from "../queries/customer";
import { type PlanFeature, planFeatures } from "../queries/plan-features";
import type { PriceForSale } from "../queries/price";
import { settledCurrency } from "../queries/settled-currency";
import { type Counted, countedWith } from "../usage/counted";
import { isTaxedByPlace } from "./agree";
import type { Order } from "./order";
import { type Quote, quoteOf } from "./quote";
import { type Agreed, termsOf } from "./terms";

/** An order as its checkout shows it: what is sold, what it comes to, and what of it can't be had. */
export type ShownOrder = Agreed & {
  outcome: "shown";
  quote: Quote;
  features: PlanFeature[];
  /** What is billed by use beside it. */
  counted: Counted[];
  mostSeats: number | null;
  /** The order that is shown, in full: what paying it has to name, so that nothing else is charged. */
  order: Order;
};

/**
 * What somebody is shown who comes to the checkout with an order. What can't be had is left out and said; nothing is begun.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error; Stripe is asked only where a code or taxes have a say, and once for what use costs
 */
export async function showOrder(
  userId: string,
  price: PriceForSale,
  order: Order,
): Promise<ShownOrder | { outcome: "address_needed" }> {
  const [id, currency, features] = await Promise.all([
    customerOf(userId),
    settledCurrency(userId),
    planFeatures(price.productId),
  ]);
  if (isTaxedByPlace() && !(await hasAddress(id))) return { outcome: "address_needed" };
  const agreed = await termsOf(userId, price, order, id === null ? null : { id, currency });
  const { terms } = agreed;
  const shown = {
    price: order.price,
    seats: terms.seats > 1 ? String(terms.seats) : "",
    code: terms.promotion?.code ?? "",
    currency: terms.currency,
  };
  const mostSeats = planOf(price.productId)?.seats?.most ?? null;
  const [quote, counted] = await Promise.all([
    quoteOf(userId, terms),
    countedWith(price.productId, terms.currency),
  ]);
  return { outcome: "shown", ...agreed, quote, features, counted, mostSeats, order: shown };
}

async function hasAddress(customer: string | null): Promise<boolean> {
  if (customer === null) return false;
  const found = await stripe().customers.retrieve(customer);
  return !found.deleted && Boolean(found.address?.country);
}
