import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { prices, products } from "@/db/schema/stripe/catalogue";
import { featuresByProduct, type PlanFeature } from "./plan-features";

/** Something bought once. */
export type Item = {
  /** What links carry: the price's lookup key, or its id where it has none. */
  key: string;
  priceId: string;
  productId: string;
  name: string;
  description: string | null;
  /** Minor units of `currency`. */
  amount: number;
  currency: string;
  features: PlanFeature[];
};

export type ItemAnswer =
  | { found: "for_sale"; item: Item }
  /** It was for sale once. */
  | { found: "withdrawn" }
  | { found: "unknown" };

const columns = {
  key: sql<string>`coalesce(${prices.lookupKey}, ${prices.id})`,
  priceId: prices.id,
  productId: products.id,
  name: products.name,
  description: sql<string | null>`${products.data} ->> 'description'`,
  amount: prices.unitAmount,
  currency: prices.currency,
  sold: sql<boolean>`${prices.active} and ${products.active}`,
};
const once = and(eq(prices.type, "one_time"), isNull(prices.deletedAt), isNull(products.deletedAt));

/** What can be bought once and opens something, as Stripe has it now, the cheapest first. */
export async function items(): Promise<Item[]> {
  const rows = await db
    .select(columns)
    .from(prices)
    .innerJoin(products, eq(products.id, prices.product))
    .where(and(once, eq(prices.active, true), eq(products.active, true)))
    .orderBy(prices.unitAmount, prices.id);
  return (await whole(rows)).filter(({ features }) => features.length > 0);
}

/** Something bought once, as links name it: by lookup key, or by its price's Stripe id. From the mirror. */
export async function itemFor(key: string): Promise<ItemAnswer> {
  if (key.length > 200 || key.includes("\0")) return { found: "unknown" };
  const rows = await db
    .select(columns)
    .from(prices)
    .innerJoin(products, eq(products.id, prices.product))
    .where(and(once, or(eq(prices.lookupKey, key), eq(prices.id, key))))
    .orderBy(desc(prices.active), desc(prices.created))
    .limit(1);
  if (!rows[0]) return { found: "unknown" };
  const [item] = await whole(rows.filter(({ sold }) => sold));
  return item && item.features.length > 0 ? { found: "for_sale", item } : { found: "withdrawn" };
}

type Row = Omit<Item, "name" | "amount" | "currency" | "features"> & {
  name: string | null;
  amount: number | null;
  currency: string | null;
};

async function whole(rows: Row[]): Promise<Item[]> {
  const held = await featuresByProduct(rows.map(({ productId }) => productId));
  return rows.flatMap(({ key, priceId, productId, description, name, amount, currency }) => {
    if (name === null || amount === null || currency === null) return [];
    const features = held.get(productId) ?? [];
    return [{ key, priceId, productId, name, description, amount, currency, features }];
  });
}
