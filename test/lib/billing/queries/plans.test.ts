import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { prices, products } from "@/db/schema/stripe/catalogue";
import { plans } from "@/lib/billing/queries/plans";
import { priceFor } from "@/lib/billing/queries/price";
import { useTestDatabase } from "@/test/support/use-database";
import { aPrice, aProduct } from "../support/mirrored";

useTestDatabase();

beforeEach(async () => {
  await db.delete(prices);
  await db.delete(products);
});

const dollars = (amount: number) => ({
  amount,
  currency: "usd",
  ownCurrency: "usd",
  amounts: { usd: amount },
});

test("there are no plans where there are no products", async () => {
  expect(await plans()).toEqual([]);
  await aProduct();
  expect(await plans()).toEqual([]);
});

test("plans come with their prices by interval and their features in our order, the smallest first", async () => {
  const studio = await aProduct({ name: "Studio", features: ["workshops", "essays", "elsewhere"] });
  const reader = await aProduct({ name: "Reader" });
  await aPrice(studio, { unit_amount: 1900, lookup_key: "studio_monthly" });
  await aPrice(reader, { unit_amount: 9000, lookup_key: "reader_yearly" }, { interval: "year" });
  await aPrice(reader, { unit_amount: 900, lookup_key: "reader_monthly" });
  const found = await plans();
  expect(found.map(({ name }) => name)).toEqual(["Reader", "Studio"]);
  expect(found[0]?.prices).toEqual({
    month: { ...dollars(900), key: "reader_monthly", interval: "month" },
    year: { ...dollars(9000), key: "reader_yearly", interval: "year" },
  });
  expect(found[1]?.features.map(({ key }) => key)).toEqual(["essays", "workshops"]);
});

test("what can't be bought by the month or year for a fixed amount isn't offered", async () => {
  const product = await aProduct();
  const withdrawn = { found: "withdrawn" };
  const otherwise = { found: "other", paid: "otherwise" };
  const odd = [
    [await aPrice(product, { active: false }), withdrawn],
    [await aPrice(await aProduct({ active: false })), withdrawn],
    [await aPrice(product, { unit_amount: null }), otherwise],
    [await aPrice(product, {}, { interval: "week" }), otherwise],
    [await aPrice(product, {}, { interval_count: 3 }), otherwise],
    [await aPrice(product, {}, { usage_type: "metered" }), { found: "other", paid: "by_use" }],
    [await aPrice(product, {}, null), { found: "other", paid: "once" }],
    [await aPrice(product, { active: false }, null), { found: "other", paid: "once" }],
  ] as const;
  const deleted = await aPrice(await aProduct({ deleted: true }));
  expect(await plans()).toEqual([]);
  for (const [{ lookup_key: key }, answer] of odd) expect(await priceFor(key ?? "")).toEqual(answer);
  expect(await priceFor(deleted.lookup_key ?? "")).toEqual({ found: "unknown" });
});

test("a price is found by its lookup key, or by its id where it has none", async () => {
  const product = await aProduct();
  const named = await aPrice(product, { lookup_key: "reader_monthly" });
  const nameless = await aPrice(await aProduct(), { lookup_key: null });
  expect(await priceFor("reader_monthly")).toMatchObject({
    found: "for_sale",
    price: { id: named.id, amount: 900 },
  });
  expect(await priceFor(nameless.id)).toMatchObject({ found: "for_sale", price: { id: nameless.id } });
  expect(await priceFor("nobody_knows")).toEqual({ found: "unknown" });
});

test("a price made by hand beside one that has a key isn't offered, but to whom pays it already", async () => {
  const product = await aProduct();
  await aPrice(product, { lookup_key: "reader_monthly" });
  const special = await aPrice(product, { lookup_key: null, unit_amount: 100 });
  const yearly = await aPrice(product, { lookup_key: null, unit_amount: 5000 }, { interval: "year" });
  const [plan, ...others] = await plans();
  expect(others).toEqual([]);
  expect(plan?.prices.month).toMatchObject({ key: "reader_monthly", amount: 900 });
  expect(await priceFor(special.id)).toEqual({ found: "withdrawn" });
  expect(await priceFor(special.id, special.id)).toMatchObject({ found: "for_sale" });
  expect(await priceFor(special.id, "price_other")).toEqual({ found: "withdrawn" });
  // By the year there is no other.
  expect(plan?.prices.year).toMatchObject({ key: yearly.id, amount: 5000 });
  expect(await priceFor(yearly.id)).toMatchObject({ found: "for_sale" });
});

test("a key that is no more on sale, or for another interval, keeps no price made by hand from being offered", async () => {
  const product = await aProduct();
  await aPrice(product, { lookup_key: "reader_old", active: false });
  await aPrice(product, { lookup_key: "reader_quarterly" }, { interval_count: 3 });
  await aPrice(product, { lookup_key: "reader_calls" }, { usage_type: "metered" });
  const byHand = await aPrice(product, { lookup_key: null });
  expect((await plans())[0]?.prices.month?.key).toBe(byHand.id);
});

test("a price comes in every currency in which it has a whole amount at Stripe", async () => {
  const options = { eur: { unit_amount: 800 }, gbp: { unit_amount: null }, jpy: "odd" };
  const price = await aPrice(await aProduct(), { currency_options: options });
  const [plan] = await plans();
  expect(plan?.prices.month?.amounts).toEqual({ usd: 900, eur: 800 });
  expect(await priceFor(price.lookup_key ?? "")).toMatchObject({
    price: { amounts: { usd: 900, eur: 800 } },
  });
});
