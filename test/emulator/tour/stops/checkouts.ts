import type Stripe from "stripe";
import { payOnPage } from "../../support/checkout-page";
import { openShop } from "../../support/shop";
import type { Guide } from "../tour";

/** Checkout Sessions of each mode, and what their customers make of them. */
export async function checkouts(guide: Guide): Promise<void> {
  const { stripe, emulator, account } = guide;
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
  const { id: drawn } = await stripe.checkout.sessions.create({
    line_items: [{ price: monthly.id, quantity: 1 }],
    mode: "subscription",
    return_url: "https://example.com/done",
    ui_mode: "elements",
  });
  await stripe.checkout.sessions.update(drawn, { line_items: [{ price: monthly.id, quantity: 2 }] });
  await stripe.checkout.sessions.retrieve(session.id, { expand: ["line_items.data.price.product"] });
  await stripe.checkout.sessions.list({ customer });
  await stripe.checkout.sessions.listLineItems(session.id);
  await stripe.checkout.sessions.expire(session.id);
  await completed(guide, monthly.id);
}

/** Sessions of each mode that their customers have completed. */
async function completed({ stripe, emulator }: Guide, price: string): Promise<void> {
  const start = { cancel_url: "https://example.com/", success_url: "https://example.com/done" };
  const book = { currency: "usd", product_data: { name: "A book" }, unit_amount: 900 };
  const expand = ["subscription", "payment_intent", "setup_intent", "invoice", "customer"];
  const modes: Stripe.Checkout.SessionCreateParams[] = [
    { mode: "subscription", line_items: [{ price, quantity: 1 }], allow_promotion_codes: true },
    { mode: "payment", line_items: [{ price_data: book, quantity: 1 }], invoice_creation: { enabled: true } },
    { mode: "setup", currency: "usd", tax_id_collection: { enabled: true } },
    {
      consent_collection: { terms_of_service: "required" },
      custom_fields: [{ key: "club", label: { custom: "Your club", type: "custom" }, type: "text" }],
      custom_text: { submit: { message: "With our thanks." } },
      line_items: [{ price_data: book, quantity: 1 }],
      mode: "payment",
      shipping_address_collection: { allowed_countries: ["US"] },
      shipping_options: [
        {
          shipping_rate_data: {
            display_name: "By post",
            fixed_amount: { amount: 500, currency: "usd" },
            type: "fixed_amount",
          },
        },
      ],
    },
  ];
  const answers = {
    "consent[terms_of_service]": "accepted",
    "custom_fields[club]": "Readers",
    "shipping[address][country]": "US",
    "shipping[address][line1]": "1 High Street",
    "shipping[name]": "Ada",
  };
  for (const params of modes) {
    const session = await stripe.checkout.sessions.create({ ...start, ...params });
    await payOnPage(emulator, session, params.custom_fields ? answers : {});
    await stripe.checkout.sessions.retrieve(session.id, { expand });
  }
}
