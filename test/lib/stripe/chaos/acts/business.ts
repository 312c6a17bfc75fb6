import Stripe from "stripe";
import type { StartedEmulator } from "@/test/emulator/support/start-emulator";

/** A business at the stand-in, as far as its people have to remember it to go on with it. */
export type Business = {
  standIn: StartedEmulator;
  account: string;
  stripe: Stripe;
  customers: string[];
  clocks: string[];
  products: string[];
  prices: string[];
  features: string[];
  subscriptions: string[];
  methods: string[];
  /** Client secrets of payments that browsers have been asked for. */
  secrets: string[];
  /** Challenges that a card's holder has been shown, as the intents that wait for them. */
  challenges: Readonly<Record<string, unknown>>[];
  invoiceItems: string[];
};

/** Something that a person or time does. What there is nothing of to do it with, or Stripe refuses, isn't done. */
export type Act = (business: Business, which: number) => Promise<unknown>;

/** Opens one with something for sale and nobody to buy it yet. */
export async function openBusiness(standIn: StartedEmulator, account: string): Promise<Business> {
  const stripe = standIn.stripe(account);
  const business: Business = {
    ...{ standIn, account, stripe },
    ...{ customers: [], clocks: [], products: [], prices: [], features: [], subscriptions: [], methods: [] },
    ...{ secrets: [], challenges: [], invoiceItems: [] },
  };
  const { id, default_price } = await stripe.products.create({
    name: "Reader",
    default_price_data: { currency: "usd", unit_amount: 900, recurring: { interval: "month" } },
  });
  business.products.push(id);
  business.prices.push(String(default_price));
  return business;
}

class NothingThere extends Error {}

/** One of the things there are. */
export function one<T>(things: readonly T[], which: number): T {
  const thing = things[which % (things.length || 1)];
  if (thing === undefined) throw new NothingThere();
  return thing;
}

/** Does it, unless it can't be done. A fault of the stand-in's own is thrown. */
export async function tryTo(act: Act, business: Business, which: number): Promise<void> {
  try {
    await act(business, which);
  } catch (error) {
    const refused = error instanceof Stripe.errors.StripeError && (error.statusCode ?? 500) < 500;
    if (!refused && !(error instanceof NothingThere)) throw error;
  }
}
