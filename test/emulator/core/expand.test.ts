import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

let emulator: StartedEmulator;
let stripe: Stripe;
let product: Stripe.Product;
let price: Stripe.Price;

beforeAll(async () => {
  emulator = await startEmulator();
  stripe = emulator.stripe();
  product = await stripe.products.create({ name: "Plan" });
  price = await stripe.prices.create({
    billing_scheme: "tiered",
    currency: "usd",
    product: product.id,
    recurring: { interval: "month" },
    tiers: [
      { up_to: 10, unit_amount: 500 },
      { up_to: "inf", unit_amount: 400, flat_amount: 100 },
    ],
    tiers_mode: "graduated",
  });
});
afterAll(() => emulator.stop());

test("a reference is an id, and the object where it is asked for", async () => {
  expect(price.product).toBe(product.id);
  expect((await stripe.prices.retrieve(price.id, { expand: ["product"] })).product).toMatchObject({
    name: "Plan",
  });
  const list = await stripe.prices.list({ expand: ["data.product"] });
  expect(list.data[0]?.product).toMatchObject({ name: "Plan" });
});

test("some fields are shown only on request", async () => {
  expect(price).not.toHaveProperty("tiers");
  const { tiers } = await stripe.prices.retrieve(price.id, { expand: ["tiers"] });
  expect(tiers).toMatchObject([
    { up_to: 10, unit_amount: 500 },
    { up_to: null, flat_amount: 100 },
  ]);
});

test.each([
  ["product.nothing", "This property cannot be expanded because it doesn't exist: product.nothing."],
  ["currency", "This property cannot be expanded (currency)."],
])("%s of a price can't be expanded", async (path, message) => {
  await expect(stripe.prices.retrieve(price.id, { expand: [path] })).rejects.toMatchObject({
    message,
    statusCode: 400,
  });
});

test("a list says where its members' fields are", async () => {
  await expect(stripe.prices.list({ expand: ["product"] })).rejects.toThrow(
    "You may want to try expanding 'data.product' instead.",
  );
});

test("four levels are the most, counted with data", async () => {
  const expand = ["latest_invoice.payments.data.payment.payment_intent"];
  await expect(stripe.subscriptions.retrieve("sub_x", { expand })).rejects.toMatchObject({
    code: "property_expansion_max_depth",
    message: `You cannot expand more than 4 levels of a property. Property: ${expand}`,
  });
});

test("what can't be expanded is told before an object is missed, and before anything is done", async () => {
  await expect(stripe.prices.retrieve("price_x", { expand: ["nonsense"] })).rejects.toThrow(
    "cannot be expanded",
  );
  const other = emulator.stripe("unexpanded");
  await expect(other.customers.create({ expand: ["nonsense"] })).rejects.toThrow("cannot be expanded");
  expect((await other.customers.list()).data).toEqual([]);
});

test("expanding a list's data changes nothing", async () => {
  expect((await stripe.products.list({ expand: ["data"] })).data[0]?.id).toBe(product.id);
});
