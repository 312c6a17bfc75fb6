import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { prices, products } from "@/db/schema/stripe/catalogue";
import { type Amounts, amountsOf } from "./amounts";
import { offered } from "./offered";
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
  /** The same in every currency it is sold in. */
  amounts: Amounts;
  features: PlanFeature[];
};

export type ItemAnswer =
  | { found: "for_sale"; item: Item }
  /** It was for sale once, or isn't offered. */
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
  options: sql<unknown>`${prices.data} -> 'currency_options'`,
  sold: sql<boolean>`${prices.active} and ${products.active} and ${offered}`,
};
const once = and(eq(prices.type, "one_time"), isNull(prices.deletedAt), isNull(products.deletedAt));

/** What can be bought once and opens something, as Stripe has it now, the cheapest first. */
export async function items(): Promise<Item[]> {
  const rows = await db
    .select(columns)
    .from(prices)
    .innerJoin(products, eq(products.id, prices.product))
    .where(and(once, eq(prices.active, true), eq(products.active, true), offered))
    .orderBy(prices.unitAmount, prices.id);
  return (await whole(rows)).filter(({ features }) => features.length > 0);
}

/** An item at its price in a currency; one that isn't sold in it keeps its own. */
export function itemIn(item: Item, currency: string | null): Item {
  const amount = currency === null ? undefined : item.amounts[currency];
  return currency === null || amount === undefined ? item : { ...item, amount, currency };
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

type Row = Omit<Item, "name" | "amount" | "currency" | "amounts" | "features"> & {
  name: string | null;
  amount: number | null;
  currency: string | null;
  options: unknown;
};

async function whole(rows: Row[]): Promise<Item[]> {
  const held = await featuresByProduct(rows.map(({ productId }) => productId));
  return rows.flatMap(({ name, amount, currency, options, key, priceId, productId, description }) => {
    if (name === null || amount === null || currency === null) return [];
    const amounts = amountsOf(currency, amount, options);
    const features = held.get(productId) ?? [];
    return [{ key, priceId, productId, name, description, amount, currency, amounts, features }];
  });
}
