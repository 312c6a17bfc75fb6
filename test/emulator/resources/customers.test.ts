import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectConforming } from "../support/checked";
import { type Conformance, loadConformance } from "../support/conform";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

let check: Conformance;
let emulator: StartedEmulator;
let stripe: Stripe;
beforeAll(async () => {
  [check, emulator] = await Promise.all([loadConformance(), startEmulator()]);
  stripe = emulator.stripe();
}, 120_000);
afterAll(() => emulator.stop());

test("a customer with nothing and one with everything are as the types say", async () => {
  await stripe.customers.create();
  await stripe.customers.create({
    address: { city: "Bergen", country: "NO", line1: "1", line2: "2", postal_code: "5003", state: "V" },
    balance: -500,
    business_name: "Shop",
    description: "d",
    email: "a@x.test",
    invoice_settings: {
      custom_fields: [{ name: "a", value: "b" }],
      footer: "f",
      rendering_options: { amount_tax_display: "exclude_tax" },
    },
    metadata: { a: "1" },
    name: "N",
    phone: "1",
    preferred_locales: ["nb"],
    shipping: { address: { line1: "x" }, name: "y" },
    tax_exempt: "reverse",
  });
  await expectConforming(emulator, check, "/v1/customers");
  await expectConforming(emulator, check, "/v1/events?type=customer.*");
  await expectConforming(emulator, check, "/v1/account");
});

test("a test card is attached to a new customer and the default of it in one request", async () => {
  const { id, invoice_settings: settings } = await stripe.customers.create({
    invoice_settings: { default_payment_method: "pm_card_visa", footer: "f" },
    payment_method: "pm_card_visa",
  });
  const [method] = (await stripe.customers.listPaymentMethods(id)).data;
  expect(settings).toMatchObject({ default_payment_method: method?.id, footer: "f" });
  const event = (await stripe.events.list({ type: "customer.created" })).data.find(
    ({ data }) => "id" in data.object && data.object.id === id,
  );
  expect(event?.data.object).toMatchObject({ invoice_settings: { default_payment_method: method?.id } });
  await expect(
    stripe.customers.create({ invoice_settings: { default_payment_method: "pm_card_visa" } }),
  ).rejects.toMatchObject({ code: "resource_missing" });
});

test("nested objects are merged part by part, and an empty text unsets one", async () => {
  const { id } = await stripe.customers.create({
    address: { city: "Oslo", line1: "1" },
    invoice_settings: { footer: "f" },
    name: "N",
  });
  const changed = await stripe.customers.update(id, {
    address: { city: "Bergen" },
    invoice_settings: { custom_fields: [{ name: "a", value: "b" }] },
  });
  expect(changed.address).toMatchObject({ city: "Bergen", line1: "1" });
  expect(changed.invoice_settings).toMatchObject({ custom_fields: [{ name: "a" }], footer: "f" });
  expect(await stripe.customers.update(id, { address: "", metadata: { a: "1" } })).toMatchObject({
    address: null,
    metadata: { a: "1" },
    name: "N",
  });
});

test("metadata is merged by key, one key removed, all removed", async () => {
  const { id } = await stripe.customers.create({ metadata: { a: "1", b: "2" } });
  expect((await stripe.customers.update(id, { metadata: { b: "", c: "3" } })).metadata).toEqual({
    a: "1",
    c: "3",
  });
  expect((await stripe.customers.update(id, { metadata: "" })).metadata).toEqual({});
});

test("a name and the like can be unset by an empty text", async () => {
  const { id } = await stripe.customers.create({
    description: "d",
    email: "a@x.test",
    name: "N",
    phone: "1",
  });
  const { json } = await emulator.request("POST", `/v1/customers/${id}`, {
    body: "name=&email=&phone=&description=",
  });
  expect(json).toMatchObject({ description: null, email: null, name: null, phone: null });
});

test("a default payment method must be the customer's own", async () => {
  const { id } = await stripe.customers.create();
  await expect(
    stripe.customers.update(id, { invoice_settings: { default_payment_method: "pm_card_nobody" } }),
  ).rejects.toMatchObject({
    code: "resource_missing",
    message: expect.stringContaining("does not have a payment method"),
  });
});

test("a customer's subscriptions end with them, and are told of first", async () => {
  const account = emulator.stripe("ending");
  const price = await account.prices.create({
    currency: "usd",
    product_data: { name: "P" },
    recurring: { interval: "month" },
    unit_amount: 900,
  });
  const { id } = await account.customers.create();
  const subscription = await account.subscriptions.create({
    customer: id,
    items: [{ price: price.id }],
    payment_behavior: "default_incomplete",
  });
  await account.customers.del(id);
  expect((await account.subscriptions.retrieve(subscription.id)).status).toBe("canceled");
  const [last, before] = (await account.events.list()).data;
  expect([before?.type, last?.type]).toEqual(["customer.subscription.deleted", "customer.deleted"]);
});
