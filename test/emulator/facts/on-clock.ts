import type Stripe from "stripe";
import { letPass } from "../support/shop";
import type { StartedEmulator } from "../support/start-emulator";

/** A customer with a card on a test clock, so that a recorded moment is lived through to the second. */
export interface OnClock {
  readonly stripe: Stripe;
  readonly customer: string;
  /** A price of the one product, in dollars' cents. */
  price(unit_amount: number, interval?: "month" | "year"): Promise<string>;
  subscribe(price: string, quantity?: number): Promise<Stripe.Subscription>;
  /** Advances the clock to a time, everything on the way happening. */
  reach(time: number): Promise<void>;
  /** The invoice that an answer names as its latest. */
  latest(subscription: Stripe.Subscription): Promise<Stripe.Invoice>;
}

/** An account of its own whose clock stands at `start` (unix seconds); `name` is the product's. */
export async function onClock(
  emulator: StartedEmulator,
  account: string,
  start: number,
  name = "Reader",
): Promise<OnClock> {
  const stripe = emulator.stripe(account);
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: start });
  const product = await stripe.products.create({ name });
  const customer = await stripe.customers.create({ test_clock: clock.id });
  const { id: card } = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: card } });
  return {
    stripe,
    customer: customer.id,
    async price(unit_amount, interval = "month") {
      const recurring = { interval };
      return (await stripe.prices.create({ currency: "usd", product: product.id, recurring, unit_amount }))
        .id;
    },
    subscribe: (price, quantity = 1) =>
      stripe.subscriptions.create({ customer: customer.id, items: [{ price, quantity }] }),
    async reach(time) {
      await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: time });
      await letPass(emulator, account, 0);
    },
    latest: ({ latest_invoice: invoice }) => stripe.invoices.retrieve(String(invoice)),
  };
}

/** The one item of a subscription. */
export function itemOf({ items }: Stripe.Subscription): Stripe.SubscriptionItem {
  const [item] = items.data;
  if (item === undefined) throw new Error("The subscription has no item");
  return item;
}
