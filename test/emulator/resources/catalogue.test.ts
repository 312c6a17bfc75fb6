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

const typesSince = async (account: Stripe) =>
  (await account.events.list({ limit: 100 })).data.map(({ type }) => type).reverse();

test("a product with a default price tells of itself first, with the price already on it", async () => {
  const account = emulator.stripe("default-price");
  const product = await account.products.create({
    default_price_data: { currency: "usd", recurring: { interval: "month" }, unit_amount: 900 },
    images: ["https://x.test/a.png"],
    marketing_features: [{ name: "One" }],
    name: "Reader",
    tax_code: "txcd_10000000",
  });
  expect(await typesSince(account)).toEqual(["product.created", "plan.created", "price.created"]);
  const [created] = (await account.events.list({ type: "product.created" })).data;
  expect(created?.data.object).toMatchObject({ default_price: product.default_price });
  await expectConforming(
    emulator,
    check,
    `/v1/products/${product.id}?expand[]=default_price`,
    "sk_test_default-price",
  );
  await expectConforming(emulator, check, "/v1/events", "sk_test_default-price");
});

test("a product's id may be chosen, once", async () => {
  expect(await stripe.products.create({ id: "reader", name: "Reader" })).toMatchObject({ id: "reader" });
  await expect(stripe.products.create({ id: "reader", name: "Again" })).rejects.toMatchObject({
    code: "resource_already_exists",
  });
});

test("only what a request gives is changed, and an empty text unsets", async () => {
  const { id } = await stripe.products.create({
    description: "Long",
    metadata: { a: "1" },
    name: "P",
    url: "https://x.test",
  });
  expect(await stripe.products.update(id, { name: "Q" })).toMatchObject({
    description: "Long",
    name: "Q",
    url: "https://x.test",
  });
  expect(await stripe.products.update(id, { description: "", metadata: "", url: "" })).toMatchObject({
    description: null,
    metadata: {},
    url: null,
  });
});

test("a default price must be of the product", async () => {
  const [one, two] = [
    await stripe.products.create({ name: "1" }),
    await stripe.products.create({ name: "2" }),
  ];
  const price = await stripe.prices.create({ currency: "usd", product: one.id, unit_amount: 1 });
  await expect(stripe.products.update(two.id, { default_price: price.id })).rejects.toMatchObject({
    param: "default_price",
  });
  expect((await stripe.products.update(one.id, { default_price: price.id })).default_price).toBe(price.id);
});

test("a product goes only without prices, and leaves its stub", async () => {
  const kept = await stripe.products.create({ name: "Kept" });
  await stripe.prices.create({ currency: "usd", product: kept.id, unit_amount: 1 });
  await expect(stripe.products.del(kept.id)).rejects.toThrow("one or more user-created prices");
  const gone = await stripe.products.create({ name: "Gone" });
  expect(await stripe.products.del(gone.id)).toMatchObject({ deleted: true, id: gone.id });
  await expect(stripe.products.retrieve(gone.id)).rejects.toMatchObject({ statusCode: 404 });
});

test("amounts are told in both forms", async () => {
  const product = (await stripe.products.create({ name: "P" })).id;
  const whole = await stripe.prices.create({ currency: "USD", product, unit_amount: 900 });
  expect([whole.currency, whole.unit_amount, String(whole.unit_amount_decimal)]).toEqual(["usd", 900, "900"]);
  const { json } = await emulator.request("POST", "/v1/prices", {
    body: `currency=usd&product=${product}&unit_amount_decimal=0.50`,
  });
  expect(json).toMatchObject({ type: "one_time", unit_amount: null, unit_amount_decimal: "0.5" });
  expect(check(json)).toEqual([]);
  const both = await emulator.request("POST", "/v1/prices", {
    body: `currency=usd&product=${product}&unit_amount=1&unit_amount_decimal=1`,
  });
  expect(both.status).toBe(400);
});

test("tiers end in an open one, and each is higher than the one before", async () => {
  const product = (await stripe.products.create({ name: "P" })).id;
  const tiered = (tiers: Stripe.PriceCreateParams.Tier[]) =>
    stripe.prices.create({
      billing_scheme: "tiered",
      currency: "usd",
      product,
      recurring: { interval: "month" },
      tiers,
      tiers_mode: "volume",
    });
  await expect(tiered([{ unit_amount: 1, up_to: 5 }])).rejects.toMatchObject({ param: "tiers" });
  await expect(
    tiered([
      { unit_amount: 1, up_to: 5 },
      { unit_amount: 1, up_to: 5 },
      { unit_amount: 1, up_to: "inf" },
    ]),
  ).rejects.toMatchObject({ param: "tiers" });
  const price = await tiered([
    { unit_amount: 1, up_to: 5 },
    { flat_amount: 7, up_to: "inf" },
  ]);
  await expectConforming(
    emulator,
    check,
    `/v1/prices/${price.id}?expand[]=tiers&expand[]=currency_options&expand[]=product`,
  );
});

test("a lookup key has one holder, and goes over only when told to", async () => {
  const account = emulator.stripe("lookup");
  const product = (await account.products.create({ name: "P" })).id;
  const first = await account.prices.create({
    currency: "usd",
    lookup_key: "reader",
    product,
    unit_amount: 1,
  });
  const again = { currency: "usd", lookup_key: "reader", product, unit_amount: 2 };
  await expect(account.prices.create(again)).rejects.toThrow(
    `A price (\`${first.id}\`) already uses that lookup key.`,
  );
  const second = await account.prices.create({ ...again, transfer_lookup_key: true });
  expect((await account.prices.retrieve(first.id)).lookup_key).toBeNull();
  expect((await account.prices.list({ lookup_keys: ["reader"] })).data.map(({ id }) => id)).toEqual([
    second.id,
  ]);
  expect((await typesSince(account)).slice(-2)).toEqual(["price.updated", "price.created"]);
});

test("features belong to products once, and are shown whole", async () => {
  const product = (await stripe.products.create({ name: "P" })).id;
  const feature = await stripe.entitlements.features.create({ lookup_key: "essays", name: "Essays" });
  await expect(
    stripe.entitlements.features.create({ lookup_key: "essays", name: "Again" }),
  ).rejects.toMatchObject({ param: "lookup_key" });
  const held = await stripe.products.createFeature(product, { entitlement_feature: feature.id });
  expect(held.entitlement_feature).toMatchObject({ id: feature.id, lookup_key: "essays" });
  await expect(stripe.products.createFeature(product, { entitlement_feature: feature.id })).rejects.toThrow(
    "already attached",
  );
  await expectConforming(emulator, check, `/v1/products/${product}/features`);
  await expectConforming(emulator, check, "/v1/entitlements/features");
  expect(await stripe.products.deleteFeature(product, held.id)).toMatchObject({ deleted: true });
  expect((await stripe.products.listFeatures(product)).data).toEqual([]);
});
