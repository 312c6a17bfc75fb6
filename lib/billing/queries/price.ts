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
  /** It was for sale once, or isn't offered to anybody. */
  | { found: "withdrawn" }
  /** No plan's, which is a fixed amount for a month or a year: paid once, by what is used, or in some other way. */
  | { found: "other"; paid: "once" | "by_use" | "otherwise" }
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
      type: prices.type,
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
  const { offered: isOffered, amount, currency, options, ...all } = row;
  const { type, interval, intervalCount, usageType, productName, ...rest } = all;
  if (type === "one_time") return { found: "other", paid: "once" };
  if (!isOffered || !productName) return { found: "withdrawn" };
  if (usageType === "metered") return { found: "other", paid: "by_use" };
  if (intervalCount !== 1 || amount === null || !currency || !isInterval(interval))
    return { found: "other", paid: "otherwise" };
  const amounts = amountsOf(currency, amount, options);
  return { found: "for_sale", price: { ...rest, amount, currency, amounts, interval, productName } };
}

/** Stripe's keys have at most 200 characters, and PostgreSQL refuses to compare a text with a NUL in it. */
function couldBeKey(key: string): boolean {
  return key.length <= 200 && !key.includes("\0");
}
