import { beforeAll, expect, test, vi } from "vitest";
import { billing } from "@/billing.config";
import type { Change, Known } from "@/lib/billing/catalogue/change";
import { couponChanges } from "@/lib/billing/catalogue/coupons";
import { meterChanges } from "@/lib/billing/catalogue/meters";
import { portalConfiguration } from "@/lib/billing/catalogue/portal";
import { priceChanges } from "@/lib/billing/catalogue/prices";
import { productChanges } from "@/lib/billing/catalogue/products";
import { reportCatalogueDrift } from "@/lib/billing/catalogue/report-catalogue-drift";
import { catalogueChanges, setupCatalogue } from "@/lib/billing/catalogue/setup-catalogue";
import { stripe } from "@/lib/stripe/client";
import { priceNamed } from "../support/shop";
import { useStandIn } from "../support/stand-in";

useStandIn();

const [reader] = billing.plans;
const nothingKnown = (): Known => ({ features: new Map(), meters: new Map() });
const said = (changes: readonly Change[]) => changes.map(({ says }) => says);

/** Makes changes in their order. Returns what was said of them. */
async function make(changes: readonly Change[]): Promise<string[]> {
  for (const change of changes) await change.make?.();
  return said(changes);
}

let planned: string[];
let changes: string[];
beforeAll(async () => {
  planned = said(await catalogueChanges());
  changes = await setupCatalogue();
});

test("an empty account gets the whole catalogue, exactly as it was said before", async () => {
  expect(changes).toEqual(planned);
  expect(changes).toContain("create feature essays: Every essay");
  expect(changes).toContain("create product gatehouse_studio: Studio");
  expect(changes).toContain("attach workshops to gatehouse_studio");
  expect(changes).toContain("create price team_yearly: $490.00 or €450.00 every year");
  expect(changes).toContain("create coupon welcome: 20 % off, once");
  expect(changes).toContain("create price handbook: $29.00 or €26.00 once");
  expect(changes).toContain(
    "create price api_calls_monthly: $0.01 or €0.01 each, billed every month, 1000 free",
  );
  const price = await priceNamed("studio_yearly");
  expect(price).toMatchObject({
    unit_amount: 19000,
    currency: "usd",
    product: "gatehouse_studio",
    active: true,
  });
  const { data } = await stripe().products.listFeatures("gatehouse_studio");
  expect(data.map((held) => held.entitlement_feature.lookup_key).sort()).toEqual([
    "api",
    "essays",
    "workshops",
  ]);
});

test("a price has its amounts in every currency that is stated", async () => {
  const { id } = await priceNamed("studio_monthly");
  const { currency_options: options } = await stripe().prices.retrieve(id, { expand: ["currency_options"] });
  expect(options?.eur?.unit_amount).toBe(1700);
});

test("what people type for a coupon is there, with its conditions", async () => {
  const { data } = await stripe().promotionCodes.list({ code: "FIRSTFREE" });
  expect(data).toMatchObject([
    { promotion: { coupon: "first_payment" }, restrictions: { first_time_transaction: true } },
  ]);
});

test("Stripe's portal leads back to the account page and leaves changes of plan to ours", async () => {
  expect(await portalConfiguration()).toMatchObject({
    default_return_url: expect.stringMatching(/\/account$/),
    features: { subscription_update: { enabled: false }, subscription_cancel: { mode: "at_period_end" } },
  });
});

test("run again it changes nothing", async () => {
  expect(await setupCatalogue()).toEqual([]);
});

test("another amount makes a new price that takes the lookup key over, and archives the old one", async () => {
  const before = await priceNamed("reader_monthly");
  const [stated] = reader.prices;
  const dearer = { ...stated, product: "reader", amount: 1100 };
  expect(await make(await priceChanges(dearer, nothingKnown()))).toEqual([
    "replace price reader_monthly: $11.00 or €8.00 every month",
  ]);
  const after = await priceNamed("reader_monthly");
  expect(after.id).not.toBe(before.id);
  expect(after.unit_amount).toBe(1100);
  expect(await stripe().prices.retrieve(before.id)).toMatchObject({ active: false, lookup_key: null });
  expect(await setupCatalogue()).toEqual(["replace price reader_monthly: $9.00 or €8.00 every month"]);
});

test("a further currency is added to the price that people pay, and another amount in one replaces it", async () => {
  const { id } = await priceNamed("studio_yearly");
  const stated = { product: "studio", lookupKey: "studio_yearly", currency: "usd", amount: 19000 };
  const yearly = { ...stated, interval: "year" as const };
  const wider = { ...yearly, currencies: { eur: 17000, gbp: 15000 } };
  expect(await make(await priceChanges(wider, nothingKnown()))).toEqual([
    "extend price studio_yearly: $190.00 or €170.00 or £150.00 every year",
  ]);
  expect((await priceNamed("studio_yearly")).id).toBe(id);
  expect(said(await priceChanges(wider, nothingKnown()))).toEqual([]);
  const dearer = { ...yearly, currencies: { eur: 18000 } };
  expect(said(await priceChanges(dearer, nothingKnown()))).toEqual([
    "replace price studio_yearly: $190.00 or €180.00 every year",
  ]);
});

test("what was archived or renamed by hand is told in the log, nothing changed by that, and put back", async () => {
  const { id } = await priceNamed("reader_yearly");
  await stripe().prices.update(id, { active: false });
  await stripe().products.update("gatehouse_reader", { name: "Leser", active: false });
  const log = vi.spyOn(console, "warn").mockImplementation(() => {});
  expect(await reportCatalogueDrift()).toBe(2);
  expect(log).toHaveBeenCalledWith(expect.stringContaining("update product gatehouse_reader: Reader"));
  log.mockRestore();
  expect(await setupCatalogue()).toEqual([
    "update product gatehouse_reader: Reader",
    "restore price reader_yearly: $90.00 or €80.00 every year",
  ]);
});

test("a feature taken from a plan is detached, and one attached by hand stays", async () => {
  const extra = await stripe().entitlements.features.create({ lookup_key: "by_hand", name: "By hand" });
  await stripe().products.createFeature("gatehouse_reader", { entitlement_feature: extra.id });
  const known = nothingKnown();
  known.features.set("essays", "feat_that_is_known");
  expect(await make(await productChanges({ ...reader, features: [] }, known))).toEqual([
    "detach essays from gatehouse_reader",
  ]);
  const left = await stripe().products.listFeatures("gatehouse_reader");
  expect(left.data.map((held) => held.entitlement_feature.lookup_key)).toEqual(["by_hand"]);
});

test("what is counted has its meter and a price whose first units cost nothing", async () => {
  const meters = {
    pages: {
      name: "Pages",
      unit: "page",
      included: 100,
      price: { lookupKey: "pages", amount: 2, currency: "usd" },
    },
  };
  const known = nothingKnown();
  const wanted = {
    ...{ ...meters.pages.price, currencies: { eur: 3 }, product: "reader" },
    ...{ interval: "month" as const, metered: { meter: "pages", included: 100 } },
  };
  expect(await make(await meterChanges(meters, known))).toEqual(["create meter pages: Pages"]);
  expect(await make(await priceChanges(wanted, known))).toEqual([
    "create price pages: $0.02 or €0.03 each, billed every month, 100 free",
  ]);
  const again = nothingKnown();
  expect(await meterChanges(meters, again)).toEqual([]);
  expect(await priceChanges(wanted, again)).toEqual([]);
  const { id } = await priceNamed("pages");
  const price = await stripe().prices.retrieve(id, { expand: ["tiers"] });
  expect(price.tiers?.map(({ up_to, unit_amount }) => [up_to, unit_amount])).toEqual([
    [100, 0],
    [null, 2],
  ]);
  const fewer = { ...wanted, metered: { meter: "pages", included: 50 } };
  expect(said(await priceChanges(fewer, again))).toHaveLength(1);
});

test("a coupon that takes off something else at Stripe is told of and left alone", async () => {
  const changed = { name: "Welcome", off: { percent: 30 }, duration: "once" } as const;
  expect(await couponChanges("welcome", changed)).toEqual([
    { says: "coupon welcome isn't 30 % off, once at Stripe: give what you want another id", make: null },
  ]);
});

test("a code withdrawn in the dashboard stays withdrawn, and one that another coupon has isn't taken from it", async () => {
  const [code] = (await stripe().promotionCodes.list({ code: "WELCOME" })).data;
  await stripe().promotionCodes.update(code?.id ?? "", { active: false });
  expect(said(await catalogueChanges())).not.toContainEqual(expect.stringContaining("WELCOME"));
  const rival = {
    name: "Other",
    off: { percent: 5 },
    duration: "once",
    codes: [{ code: "FIRSTFREE" }],
  } as const;
  expect(await couponChanges("other", rival)).toMatchObject([
    { make: expect.any(Function) },
    { says: expect.stringContaining("FIRSTFREE is another coupon's"), make: null },
  ]);
});
