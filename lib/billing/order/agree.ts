import type Stripe from "stripe";
import { configured } from "../configured";
import { ensureCustomer } from "../ensure-customer";
import { priceFor } from "../queries/price";
import type { Order } from "./order";
import type { CodeFault } from "./promotion";
import type { SeatsFault } from "./seats";
import { type Terms, termsOf } from "./terms";

/** Why an order can't be taken as it is. Nothing is begun then. */
export type OrderRefusal =
  | { outcome: "unknown_price" }
  | { outcome: "withdrawn_price" }
  /** The person's payments are in `currency`, and stay so. */
  | { outcome: "other_currency"; currency: string; priceCurrency: string }
  | { outcome: "seats_refused"; why: SeatsFault }
  | { outcome: "code_refused"; code: string; why: CodeFault | { fault: "gone" } }
  /** Taxes depend on where somebody is, and we don't know. */
  | { outcome: "address_needed" };

/**
 * The terms on which an order is taken, and who takes it; an order that asks for anything that can't be had is refused whole.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error
 */
export async function agreeOn(
  userId: string,
  order: Order,
): Promise<{ outcome: "agreed"; customer: Stripe.Customer; terms: Terms } | OrderRefusal> {
  const answer = await priceFor(order.price);
  if (answer.found === "unknown" || answer.found === "other") return { outcome: "unknown_price" };
  if (answer.found === "withdrawn") return { outcome: "withdrawn_price" };
  const { price } = answer;
  const customer = await ensureCustomer(userId);
  const buyer = { id: customer.id, currency: customer.currency ?? null };
  const { terms, faults } = await termsOf(userId, price, order, buyer);
  if (faults.currency && faults.currency.fault !== "not_sold") {
    const asked = order.currency || price.currency;
    return { outcome: "other_currency", currency: faults.currency.settled, priceCurrency: asked };
  }
  if (faults.currency) return { outcome: "withdrawn_price" };
  if (faults.seats) return { outcome: "seats_refused", why: faults.seats };
  if (faults.code) return { outcome: "code_refused", code: order.code, why: faults.code };
  if (isTaxedByPlace() && !customer.address?.country) return { outcome: "address_needed" };
  return { outcome: "agreed", customer, terms };
}

/** Whether Stripe works taxes out by where somebody is. */
export function isTaxedByPlace(): boolean {
  return configured.tax !== undefined && "automatic" in configured.tax;
}
