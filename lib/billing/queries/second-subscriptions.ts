import { and, desc, eq, isNull, notInArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { products } from "@/db/schema/stripe/catalogue";
import { subscriptionItems, subscriptions } from "@/db/schema/stripe/subscriptions";
import { endedStatuses } from "../status";

export type SecondSubscription = { id: string; planName: string; periodEnd: Date | null };

/**
 * What a user is subscribed to beside the subscription that the rest of the account is about: nobody can buy a second one, but
 * an administrator can make one at Stripe. From the mirror.
 *
 * @param first the id of the one that is known
 */
export async function secondSubscriptionsOf(userId: string, first: string): Promise<SecondSubscription[]> {
  const rows = await db
    .selectDistinctOn([subscriptions.id], {
      id: subscriptions.id,
      planName: sql<string>`coalesce(${products.name}, 'another plan')`,
      periodEnd: subscriptionItems.currentPeriodEnd,
    })
    .from(billingCustomers)
    .innerJoin(subscriptions, eq(subscriptions.customer, billingCustomers.stripeCustomerId))
    .leftJoin(subscriptionItems, eq(subscriptionItems.subscription, subscriptions.id))
    .leftJoin(products, eq(products.id, subscriptionItems.product))
    .where(
      and(
        eq(billingCustomers.userId, userId),
        isNull(subscriptions.deletedAt),
        notInArray(subscriptions.status, [...endedStatuses, "incomplete"]),
      ),
    )
    .orderBy(subscriptions.id, desc(subscriptionItems.id));
  return rows.filter(({ id }) => id !== first);
}

/** The customers at Stripe who have more than one subscription that lives, with all of them. From the mirror. */
export async function doubledCustomers(): Promise<{ customer: string; subscriptions: string[] }[]> {
  return db
    .select({
      customer: sql<string>`${subscriptions.customer}`,
      subscriptions: sql<string[]>`array_agg(${subscriptions.id} order by ${subscriptions.id})`,
    })
    .from(subscriptions)
    .innerJoin(billingCustomers, eq(billingCustomers.stripeCustomerId, subscriptions.customer))
    .where(
      and(
        isNull(subscriptions.deletedAt),
        notInArray(subscriptions.status, [...endedStatuses, "incomplete"]),
      ),
    )
    .groupBy(subscriptions.customer)
    .having(sql`count(*) > 1`)
    .orderBy(subscriptions.customer);
}
