import { randomBytes } from "node:crypto";
import { db } from "@/db/client";
import { prices, products } from "@/db/schema/stripe/catalogue";
import { productFeatureLists } from "@/db/schema/stripe/entitlements";
import { invoices } from "@/db/schema/stripe/invoices";
import { subscriptions } from "@/db/schema/stripe/subscriptions";

/* Rows as the mirror would hold them, of the fields that the code under test reads. */

const id = (prefix: string) => `${prefix}_${randomBytes(7).toString("hex")}`;
const asOf = { asOfFrom: new Date(), asOfTo: new Date() };

/** Unix seconds, so many days from now. */
export const inDays = (days: number) => Math.floor(Date.now() / 1000) + days * 86_400;

export async function aProduct(
  given: { name?: string; active?: boolean; features?: string[]; deleted?: boolean } = {},
) {
  const product = id("prod");
  const data = { id: product, object: "product", name: "Reader", description: null, active: true, ...given };
  await db
    .insert(products)
    .values({ id: product, data, ...asOf, deletedAt: given.deleted ? new Date() : null });
  const features = (given.features ?? ["essays"]).map((key) => ({
    id: id("prodft"),
    object: "product_feature",
    entitlement_feature: { id: `feat_${key}`, lookup_key: key, name: key, active: true },
  }));
  await db.insert(productFeatureLists).values({ id: product, data: { id: product, features }, ...asOf });
  return product;
}

type PriceFields = {
  currency_options?: object;
  active?: boolean;
  unit_amount?: number | null;
  currency?: string;
  lookup_key?: string | null;
};
type Recurring = { interval?: string; interval_count?: number; usage_type?: string };

/** @param recurring null for one that is paid once */
export async function aPrice(product: string, given: PriceFields = {}, recurring: Recurring | null = {}) {
  const price = {
    id: id("price"),
    object: "price",
    product,
    active: true,
    unit_amount: 900,
    currency: "usd",
    lookup_key: id("key"),
    type: recurring ? "recurring" : "one_time",
    recurring: recurring && { interval: "month", interval_count: 1, usage_type: "licensed", ...recurring },
    created: inDays(0),
    ...given,
  };
  await db.insert(prices).values({ id: price.id, data: price, ...asOf });
  return price;
}

type SubscriptionFields = {
  id?: string;
  status?: string;
  cancel_at_period_end?: boolean;
  cancel_at?: number | null;
  default_payment_method?: string | null;
  trial_end?: number | null;
  trial_settings?: object;
  metadata?: object;
};

/** A subscription with one item for each price. */
export async function aSubscription(
  customer: string,
  bought: { id: string; product: string }[],
  given: SubscriptionFields & {
    deleted?: boolean;
    items?: unknown;
    ended_at?: number;
    created?: number;
  } = {},
) {
  const { deleted = false, ...fields } = given;
  const items = {
    data: bought.map((price) => ({
      id: id("si"),
      price,
      quantity: 1,
      current_period_start: inDays(-10),
      current_period_end: inDays(20),
    })),
  };
  const data = {
    id: id("sub"),
    object: "subscription",
    customer,
    status: "active",
    currency: "usd",
    cancel_at_period_end: false,
    cancel_at: null,
    created: inDays(-10),
    metadata: {},
    items,
    ...fields,
  };
  await db
    .insert(subscriptions)
    .values({ id: data.id, data, ...asOf, deletedAt: deleted ? new Date() : null });
  return { id: data.id, items };
}

export async function anInvoice(subscription: string, given: { status: string; created: number }) {
  const data = {
    id: id("in"),
    object: "invoice",
    parent: { type: "subscription_details", subscription_details: { subscription } },
    ...given,
  };
  await db.insert(invoices).values({ id: data.id, data, ...asOf });
}
