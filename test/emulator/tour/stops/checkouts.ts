import { openShop } from "../../support/shop";
import type { Guide } from "../tour";

/** Checkout Sessions of each mode, up to where the customer takes over. */
export async function checkouts({ stripe, emulator, account }: Guide): Promise<void> {
  const { monthly } = await openShop(emulator, account);
  const { id: customer } = await stripe.customers.create();
  const back = { cancel_url: "https://example.com/", success_url: "https://example.com/done" };
  const session = await stripe.checkout.sessions.create({
    ...back,
    customer,
    expand: ["line_items", "customer"],
    line_items: [{ price: monthly.id, quantity: 1 }],
    mode: "subscription",
    subscription_data: { trial_period_days: 7 },
  });
  await stripe.checkout.sessions.create({ ...back, customer, mode: "setup" });
  await stripe.checkout.sessions.create({
    line_items: [
      { price_data: { currency: "usd", product_data: { name: "A book" }, unit_amount: 900 }, quantity: 2 },
    ],
    mode: "payment",
    return_url: "https://example.com/done",
    ui_mode: "embedded_page",
  });
  await stripe.checkout.sessions.update(session.id, { metadata: { from: "spring" } });
  await stripe.checkout.sessions.retrieve(session.id, { expand: ["line_items.data.price.product"] });
  await stripe.checkout.sessions.list({ customer });
  await stripe.checkout.sessions.listLineItems(session.id);
  await stripe.checkout.sessions.expire(session.id);
}
