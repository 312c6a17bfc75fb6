import type Stripe from "stripe";
import { payOnPage } from "../../support/checkout-page";
import type { Scenarios, Stage } from "./stage";

const DONE = { success_url: "https://example.com/done" };

/** Checkout Sessions. */
export const sessions: Scenarios = {
  "checkout.sessions.create": ({ during, ...stage }) => during(() => selling(stage)),
  "checkout complete: payment": async ({ during, emulator, pass, ...stage }) => {
    const session = await selling(stage);
    return during(async () => {
      await payOnPage(emulator, session);
      await pass(5);
    });
  },
  "checkout complete: subscription": async ({ during, emulator, customer, ...stage }) => {
    const { stripe, monthly } = stage;
    const completed = async (whose: Partial<Stripe.Checkout.SessionCreateParams>) => {
      const session = await stripe.checkout.sessions.create({
        ...DONE,
        ...whose,
        line_items: [{ price: monthly.id, quantity: 1 }],
        mode: "subscription",
      });
      return during(() => payOnPage(emulator, session));
    };
    return [await completed({}), await completed({ customer: await customer() })];
  },
  "checkout setup session created": async ({ stripe, during, customer }) => {
    const id = await customer();
    return during(() => stripe.checkout.sessions.create({ ...DONE, customer: id, mode: "setup" }));
  },
  "checkout complete: setup": async ({ stripe, during, customer, emulator }) => {
    const id = await customer();
    const session = await stripe.checkout.sessions.create({ ...DONE, customer: id, mode: "setup" });
    return during(() => payOnPage(emulator, session));
  },
  "checkout expire": async ({ during, ...stage }) => {
    const { id } = await selling(stage);
    return during(() => stage.stripe.checkout.sessions.expire(id));
  },
};

function selling({ stripe }: Pick<Stage, "stripe">) {
  return stripe.checkout.sessions.create({
    ...DONE,
    line_items: [
      { price_data: { currency: "usd", product_data: { name: "A book" }, unit_amount: 1500 }, quantity: 1 },
    ],
    mode: "payment",
  });
}
