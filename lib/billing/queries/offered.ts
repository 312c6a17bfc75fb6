import { sql } from "drizzle-orm";
import { prices } from "@/db/schema/stripe/catalogue";

/**
 * That a price may be shown and sold to anybody. It may by its lookup key; one without a key, as somebody makes by hand for a
 * single customer, may only where its product has no price of the same kind that is on sale by a key.
 * https://docs.stripe.com/products-prices/manage-prices#lookup-keys
 */
export const offered = sql<boolean>`(${prices.lookupKey} is not null or not exists (
  select from ${prices} named where named.product = ${prices.product} and named.lookup_key is not null
    and named.active and named.deleted_at is null and named.type = ${prices.type}
    and (named.interval, named.interval_count, named.usage_type)
      is not distinct from (${prices.interval}, ${prices.intervalCount}, ${prices.usageType})
))`;
