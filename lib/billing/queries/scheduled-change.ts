import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { prices, products } from "@/db/schema/stripe/catalogue";
import { subscriptionSchedules } from "@/db/schema/stripe/subscriptions";

/** What a plan becomes with its next period. */
export type ScheduledChange = { planName: string; price: string; from: Date };

/**
 * The change that a subscription's schedule has ahead of it, from the mirror; null where it has none. Which phase runs is
 * Stripe's to say, and not our clock's.
 */
export async function scheduledChangeOf(subscription: string): Promise<ScheduledChange | null> {
  const [row] = await db
    .select({
      planName: products.name,
      price: prices.id,
      from: sql<number>`(phase ->> 'start_date')::float8`,
    })
    .from(subscriptionSchedules)
    .innerJoin(
      sql`lateral jsonb_array_elements(${subscriptionSchedules.data} -> 'phases') phase`,
      sql`(phase ->> 'start_date')::float8 > (${subscriptionSchedules.data} #>> '{current_phase,start_date}')::float8`,
    )
    .innerJoin(prices, sql`${prices.id} = phase #>> '{items,0,price}'`)
    .innerJoin(products, eq(products.id, prices.product))
    .where(
      and(
        eq(subscriptionSchedules.subscription, subscription),
        eq(subscriptionSchedules.status, "active"),
        isNull(subscriptionSchedules.deletedAt),
      ),
    )
    .orderBy(sql`(phase ->> 'start_date')::float8`)
    .limit(1);
  if (!row) return null;
  return { planName: row.planName ?? "another plan", price: row.price, from: new Date(row.from * 1000) };
}
