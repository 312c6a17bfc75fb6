import type Stripe from "stripe";
import { openShop } from "./shop";
import type { StartedEmulator } from "./start-emulator";

/** A shop whose Checkout Sessions sell a monthly plan or, with `sell`, a book for $15.00. */
export async function checkoutShop(emulator: StartedEmulator, account: string) {
  const shop = await openShop(emulator, account);
  const { stripe, monthly } = shop;
  const start = (params: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
    stripe.checkout.sessions.create({
      cancel_url: "https://example.com/back",
      line_items: [{ price: monthly.id, quantity: 1 }],
      mode: "subscription",
      success_url: "https://example.com/done?session={CHECKOUT_SESSION_ID}",
      ...params,
    });
  const book = { currency: "usd", product_data: { name: "A book" }, unit_amount: 1500 };
  const sell = (params: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
    start({ line_items: [{ price_data: book, quantity: 1 }], mode: "payment", ...params });
  const now = (session: { id: string }, expand: string[] = []) =>
    stripe.checkout.sessions.retrieve(session.id, { expand });
  return { ...shop, start, sell, now };
}

/** An object that was asked for whole. */
export function expanded<T>(object: T | string | null): T {
  if (object === null || typeof object === "string") throw new Error("It wasn't expanded");
  return object;
}
