import { beforeAll, expect, test } from "vitest";
import { billing } from "@/billing.config";
import { setupPrice } from "@/lib/billing/catalogue/prices";
import { setupProduct } from "@/lib/billing/catalogue/products";
import { setupCatalogue } from "@/lib/billing/setup-catalogue";
import { stripe } from "@/lib/stripe/client";
import { priceNamed } from "./support/shop";
import { useStandIn } from "./support/stand-in";

useStandIn();

const [reader] = billing.plans;
let changes: string[];
beforeAll(async () => {
  changes = await setupCatalogue();
});

test("an empty account gets the whole catalogue", async () => {
  expect(changes).toContain("created feature essays");
  expect(changes).toContain("created product gatehouse_studio");
  expect(changes).toContain("attached workshops to gatehouse_studio");
  const price = await priceNamed("studio_yearly");
  expect(price).toMatchObject({
    unit_amount: 19000,
    currency: "usd",
    product: "gatehouse_studio",
    active: true,
  });
  const { data } = await stripe().products.listFeatures("gatehouse_studio");
  expect(data.map((held) => held.entitlement_feature.lookup_key).sort()).toEqual(["essays", "workshops"]);
});

test("run again it changes nothing", async () => {
  expect(await setupCatalogue()).toEqual([]);
});

test("another amount makes a new price that takes the lookup key over, and archives the old one", async () => {
  const before = await priceNamed("reader_monthly");
  const dearer = { lookupKey: "reader_monthly", amount: 1100, currency: "usd", interval: "month" } as const;
  expect(await setupPrice("gatehouse_reader", dearer)).toEqual(["replaced price reader_monthly"]);
  const after = await priceNamed("reader_monthly");
  expect(after.id).not.toBe(before.id);
  expect(after.unit_amount).toBe(1100);
  expect(await stripe().prices.retrieve(before.id)).toMatchObject({ active: false, lookup_key: null });
  expect(await setupCatalogue()).toEqual(["replaced price reader_monthly"]);
});

test("what was archived or renamed by hand is put back", async () => {
  const { id } = await priceNamed("reader_yearly");
  await stripe().prices.update(id, { active: false });
  await stripe().products.update("gatehouse_reader", { name: "Leser", active: false });
  expect(await setupCatalogue()).toEqual([
    "updated product gatehouse_reader",
    "restored price reader_yearly",
  ]);
});

test("a feature taken from a plan is detached, and one attached by hand stays", async () => {
  const extra = await stripe().entitlements.features.create({ lookup_key: "by_hand", name: "By hand" });
  await stripe().products.createFeature("gatehouse_reader", { entitlement_feature: extra.id });
  const { data } = await stripe().entitlements.features.list({ lookup_key: "essays" });
  const ids = new Map([["essays", data[0]?.id ?? ""]]);
  const { changes: made } = await setupProduct({ ...reader, features: [] }, ids);
  expect(made).toEqual(["detached essays from gatehouse_reader"]);
  const left = await stripe().products.listFeatures("gatehouse_reader");
  expect(left.data.map((held) => held.entitlement_feature.lookup_key)).toEqual(["by_hand"]);
});
