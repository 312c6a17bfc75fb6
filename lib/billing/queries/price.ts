import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { prices, products } from "@/db/schema/stripe/catalogue";
import type { Interval } from "../config";
import { isInterval } from "../interval";
import { type Amounts, amountsOf } from "./amounts";
import { offered } from "./offered";

export type PriceForSale = {
  id: string;
  /** Its lookup key, or its id where it has none. */
  key: string;
  /** Minor units of `currency`, for one `interval`. */
  amount: number;
  currency: string;
  /** The same in every currency it is sold in. */
  amounts: Amounts;
  interval: Interval;
  productId: string;
  productName: string;
  productDescription: string | null;
};

export type PriceAnswer =
  | { found: "for_sale"; price: PriceForSale }
  /** It was for sale once, isn't offered, or isn't what this shop sells: a monthly or yearly price of a fixed amount. */
  | { found: "withdrawn" }
  | { found: "unknown" };

/**
 * A price as links name it: by lookup key, or by its Stripe id where it has none. From the mirror.
 *
 * @param held the id of a price that the person asking pays already, which is theirs to keep though it is offered to nobody else, or archived
 */
export async function priceFor(key: string, held = ""): Promise<PriceAnswer> {
  if (!couldBeKey(key)) return { found: "unknown" };
  const [row] = await db
    .select({
      id: prices.id,
      key: sql<string>`coalesce(${prices.lookupKey}, ${prices.id})`,
      amount: prices.unitAmount,
      currency: prices.currency,
      options: sql<unknown>`${prices.data} -> 'currency_options'`,
      interval: prices.interval,
      intervalCount: prices.intervalCount,
      usageType: prices.usageType,
      productId: products.id,
      productName: products.name,
      productDescription: sql<string | null>`${products.data} ->> 'description'`,
      offered: sql<boolean>`${prices.active} and ${products.active} and ${offered} or ${prices.id} = ${held}`,
    })
    .from(prices)
    .innerJoin(products, and(eq(products.id, prices.product), isNull(products.deletedAt)))
    .where(and(or(eq(prices.lookupKey, key), eq(prices.id, key)), isNull(prices.deletedAt)))
    .orderBy(desc(prices.active), desc(prices.created))
    .limit(1);
  if (!row) return { found: "unknown" };
  const {
    offered: isOffered,
    amount,
    currency,
    options,
    interval,
    intervalCount,
    usageType,
    productName,
    ...rest
  } = row;
  const sold = isOffered && intervalCount === 1 && usageType === "licensed";
  if (!sold || amount === null || !currency || !productName || !isInterval(interval))
    return { found: "withdrawn" };
  const amounts = amountsOf(currency, amount, options);
  return { found: "for_sale", price: { ...rest, amount, currency, amounts, interval, productName } };
}

/** Stripe's keys have at most 200 characters, and PostgreSQL refuses to compare a text with a NUL in it. */
function couldBeKey(key: string): boolean {
  return key.length <= 200 && !key.includes("\0");
}
