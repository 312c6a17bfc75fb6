import { and, eq, gte, isNull, lt, notInArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { meters, prices } from "@/db/schema/stripe/catalogue";
import { subscriptionItems, subscriptions } from "@/db/schema/stripe/subscriptions";
import { usageBatches, usageCounts } from "@/db/schema/usage";
import { endedStatuses } from "../status";

/** What a subscriber has used of a meter in the period that runs. */
export type Usage = {
  /** The meter's event name: a key of `meters` in billing.config.ts. */
  meter: string;
  priceId: string;
  /** The subscription's, in which it is billed. */
  currency: string;
  periodStart: Date;
  periodEnd: Date;
  /** By our own count, up to now. */
  used: number;
  /** Of these, what Stripe has confirmed to have. */
  reported: number;
};

/** What a user's subscription counts, from the mirror and from our own counts. Empty where it counts nothing. */
export async function usageOf(userId: string): Promise<Usage[]> {
  const rows = await db
    .select({
      meter: meters.eventName,
      priceId: subscriptionItems.price,
      currency: subscriptions.currency,
      periodStart: subscriptionItems.currentPeriodStart,
      periodEnd: subscriptionItems.currentPeriodEnd,
      used: sql<number>`(select coalesce(sum(${usageCounts.count}), 0)::float8 from ${usageCounts} where ${inPeriod(usageCounts)})`,
      reported: sql<number>`(
        select coalesce(sum(${usageBatches.value}), 0)::float8 from ${usageBatches}
        where ${inPeriod(usageBatches)} and ${usageBatches.reportedAt} is not null
      )`,
    })
    .from(billingCustomers)
    .innerJoin(subscriptions, eq(subscriptions.customer, billingCustomers.stripeCustomerId))
    .innerJoin(subscriptionItems, eq(subscriptionItems.subscription, subscriptions.id))
    .innerJoin(prices, eq(prices.id, subscriptionItems.price))
    .innerJoin(meters, eq(meters.id, sql`${prices.data} #>> '{recurring,meter}'`))
    .where(
      and(
        eq(billingCustomers.userId, userId),
        eq(subscriptionItems.metered, true),
        isNull(subscriptions.deletedAt),
        notInArray(subscriptions.status, ["incomplete", ...endedStatuses]),
      ),
    );
  return rows.flatMap(({ meter, currency, ...rest }) =>
    meter && currency ? [{ meter, currency, ...rest }] : [],
  );
}

/** Of what is kept by customer, meter and time: what belongs to an item's running period. */
function inPeriod(of: typeof usageCounts | typeof usageBatches) {
  return and(
    eq(of.customer, subscriptions.customer),
    eq(of.meter, meters.eventName),
    gte(of.at, subscriptionItems.currentPeriodStart),
    lt(of.at, subscriptionItems.currentPeriodEnd),
  );
}
