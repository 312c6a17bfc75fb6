import { and, eq, gte, isNotNull, isNull, lt, notInArray, sql } from "drizzle-orm";
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
      customer: subscriptions.customer,
      priceId: subscriptionItems.price,
      currency: subscriptions.currency,
      periodStart: subscriptionItems.currentPeriodStart,
      periodEnd: subscriptionItems.currentPeriodEnd,
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
  return Promise.all(
    rows.flatMap(({ meter, customer, currency, ...rest }) => {
      if (!meter || !customer || !currency) return [];
      return [
        sums({ meter, customer, ...rest }).then((counted) => ({ meter, currency, ...rest, ...counted })),
      ];
    }),
  );
}

type Counted = { meter: string; customer: string; periodStart: Date; periodEnd: Date };

async function sums({ meter, customer, periodStart, periodEnd }: Counted) {
  const [[counts], [batches]] = await Promise.all([
    db
      .select({ used: sql<number>`coalesce(sum(${usageCounts.count}), 0)::float8` })
      .from(usageCounts)
      .where(
        and(
          eq(usageCounts.customer, customer),
          eq(usageCounts.meter, meter),
          gte(usageCounts.at, periodStart),
          lt(usageCounts.at, periodEnd),
        ),
      ),
    db
      .select({ reported: sql<number>`coalesce(sum(${usageBatches.value}), 0)::float8` })
      .from(usageBatches)
      .where(
        and(
          eq(usageBatches.customer, customer),
          eq(usageBatches.meter, meter),
          gte(usageBatches.at, periodStart),
          lt(usageBatches.at, periodEnd),
          isNotNull(usageBatches.reportedAt),
        ),
      ),
  ]);
  return { used: counts?.used ?? 0, reported: batches?.reported ?? 0 };
}
