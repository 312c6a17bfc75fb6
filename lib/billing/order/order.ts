import { z } from "zod";

/**
 * What somebody is about to buy, as the address of the checkout carries it. Every field is text as it was typed; an empty one
 * asks for nothing. Nothing in it is trusted: amounts, limits and discounts are Stripe's and billing.config.ts's to say.
 */
export type Order = {
  /** A lookup key or price id. */
  price: string;
  /** How many seats; empty for one. */
  seats: string;
  /** A promotion code. */
  code: string;
  /** ISO 4217; empty for the person's own, or the price's. */
  currency: string;
};

const text = (most: number) => z.string().trim().max(most).catch("");

/**
 * One letter more than a code has at most, so that what is cut there is a code that there isn't, and said to be none.
 * https://docs.stripe.com/api/promotion_codes/create#create_promotion_code-code
 */
const CODE = 501;

const orderForm = z.object({
  price: z.string().min(1).max(200),
  seats: text(20),
  code: z
    .string()
    .catch("")
    // Half of a surrogate pair, which a cut may leave as well, can't be written into an address.
    .transform((code) =>
      code
        .trim()
        .slice(0, CODE)
        .replaceAll(/\p{Cs}/gu, "\ufffd"),
    ),
  currency: text(3).transform((code) => code.toLowerCase()),
});

/** Reads an order from an address, a form or an action's argument; null where it names no price. */
export function readOrder(given: unknown): Order | null {
  return orderForm.safeParse(given).data ?? null;
}

/** An order for one of a price, with nothing asked for beside it. */
export function orderOf(price: string): Order {
  return { price, seats: "", code: "", currency: "" };
}
