import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { prices } from "@/db/schema/stripe/catalogue";
import { productId } from "../catalogue/product-id";
import { configured } from "../configured";

export type MeteredPrice = {
  id: string;
  /** Its lookup key. */
  key: string;
  /** The meter's id at Stripe. */
  meter: string;
};

/**
 * What is counted with a plan, as billing.config.ts states it: the prices that are Stripe's now, from the mirror. One that
 * isn't there is reported and left out; nobody is kept from subscribing by it.
 */
export async function meteredPrices(planProduct: string): Promise<MeteredPrice[]> {
  const plan = configured.plans.find(({ key }) => productId(key) === planProduct);
  const keys = (plan?.meters ?? []).flatMap((meter) => configured.meters?.[meter]?.price.lookupKey ?? []);
  if (keys.length === 0) return [];
  const rows = await db
    .selectDistinctOn([prices.lookupKey], {
      key: prices.lookupKey,
      id: prices.id,
      meter: sql<string>`${prices.data} #>> '{recurring,meter}'`,
    })
    .from(prices)
    .where(
      and(
        inArray(prices.lookupKey, keys),
        eq(prices.usageType, "metered"),
        eq(prices.active, true),
        isNull(prices.deletedAt),
      ),
    )
    .orderBy(prices.lookupKey, desc(prices.created));
  const missing = keys.filter((key) => !rows.some((row) => row.key === key));
  if (missing.length > 0) console.error(`Not counted, for want of a price at Stripe: ${missing.join(", ")}`);
  return rows.flatMap(({ id, key, meter }) => (key === null ? [] : [{ id, key, meter }]));
}
