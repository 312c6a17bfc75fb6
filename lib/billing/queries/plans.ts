import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { prices, products } from "@/db/schema/stripe/catalogue";
import type { Interval } from "../config";
import { isInterval } from "../interval";
import { type Amounts, amountsOf } from "./amounts";
import { offered } from "./offered";
import { featuresByProduct, type PlanFeature } from "./plan-features";

export type PlanPrice = {
  /** What a link to the checkout carries: `/checkout?price=<key>`. The lookup key, or the id of a price without one. */
  key: string;
  /** Minor units of `currency`, for one `interval`. */
  amount: number;
  /** ISO 4217, lower case. */
  currency: string;
  /** The currency it is in where none is asked for. */
  ownCurrency: string;
  /** The same in every currency it is sold in. */
  amounts: Amounts;
  interval: Interval;
};

export type Plan = {
  productId: string;
  name: string;
  description: string | null;
  features: PlanFeature[];
  /** At most one price an interval. */
  prices: Partial<Record<Interval, PlanPrice>>;
};

/** The plans that are for sale, the smallest first, as Stripe has them now. An empty list where nothing is. */
export async function plans(): Promise<Plan[]> {
  const rows = await pricesForSale();
  const found = new Map<string, Plan>();
  for (const { productId, name, description, key, amount, currency, options, interval } of rows) {
    if (amount === null || !currency || !name || !isInterval(interval)) continue;
    const plan = found.get(productId) ?? { productId, name, description, features: [], prices: {} };
    const amounts = amountsOf(currency, amount, options);
    plan.prices[interval] ??= { key, amount, currency, ownCurrency: currency, amounts, interval };
    found.set(productId, plan);
  }
  const held = await featuresByProduct([...found.keys()]);
  return [...found.values()].map((plan) => ({
    ...plan,
    features: held.get(plan.productId) ?? [],
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
      options: sql<unknown>`${prices.data} -> 'currency_options'`,
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
        offered,
      ),
    )
    .orderBy(prices.unitAmount, sql`${prices.lookupKey} is null`, prices.id);
}
