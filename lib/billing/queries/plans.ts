import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { FeatureKey } from "@/billing.config";
import { db } from "@/db/client";
import { prices, products } from "@/db/schema/stripe/catalogue";
import { productFeatures } from "@/db/schema/stripe/entitlements";
import type { Interval } from "../config";
import { featuresAmong } from "../features";
import { isInterval } from "../interval";

export type PlanPrice = {
  /** What a link to the checkout carries: `/checkout?price=<key>`. The lookup key, or the id of a price without one. */
  key: string;
  /** Minor units of `currency`, for one `interval`. */
  amount: number;
  /** ISO 4217, lower case. */
  currency: string;
  interval: Interval;
};

export type Plan = {
  productId: string;
  name: string;
  description: string | null;
  /** In the order of billing.config.ts, with its words. */
  features: { key: FeatureKey; name: string }[];
  /** At most one price an interval. */
  prices: Partial<Record<Interval, PlanPrice>>;
};

/** The plans that are for sale, the smallest first, as Stripe has them now. An empty list where nothing is. */
export async function plans(): Promise<Plan[]> {
  const rows = await pricesForSale();
  const found = new Map<string, Plan>();
  for (const { productId, name, description, key, amount, currency, interval } of rows) {
    if (amount === null || !currency || !name || !isInterval(interval)) continue;
    const plan = found.get(productId) ?? { productId, name, description, features: [], prices: {} };
    plan.prices[interval] ??= { key, amount, currency, interval };
    found.set(productId, plan);
  }
  const held = await featuresOf([...found.keys()]);
  return [...found.values()].map((plan) => ({
    ...plan,
    features: featuresAmong(held.get(plan.productId) ?? []),
  }));
}

function pricesForSale() {
  return db
    .select({
      productId: products.id,
      name: products.name,
      description: sql<string | null>`${products.data} ->> 'description'`,
      key: sql<string>`coalesce(${prices.lookupKey}, ${prices.id})`,
      amount: prices.unitAmount,
      currency: prices.currency,
      interval: prices.interval,
    })
    .from(prices)
    .innerJoin(products, eq(products.id, prices.product))
    .where(
      and(
        isNull(prices.deletedAt),
        isNull(products.deletedAt),
        eq(prices.active, true),
        eq(products.active, true),
        eq(prices.intervalCount, 1),
        eq(prices.usageType, "licensed"),
      ),
    )
    .orderBy(prices.unitAmount, sql`${prices.lookupKey} is null`, prices.id);
}

async function featuresOf(productIds: string[]): Promise<Map<string, Set<string>>> {
  const held = new Map<string, Set<string>>();
  if (productIds.length === 0) return held;
  const rows = await db
    .select({ product: productFeatures.product, key: productFeatures.lookupKey })
    .from(productFeatures)
    .where(inArray(productFeatures.product, productIds));
  for (const { product, key } of rows) held.set(product, (held.get(product) ?? new Set()).add(key));
  return held;
}
