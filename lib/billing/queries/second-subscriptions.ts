import { and, asc, desc, eq, isNull, notInArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { prices, products } from "@/db/schema/stripe/catalogue";
import { subscriptionItems, subscriptions } from "@/db/schema/stripe/subscriptions";
import { endedStatuses } from "../status";
import { type OwnPrice, ownPrice } from "./own-price";

export type SecondSubscription = {
  id: string;
  planName: string;
  /** Null for a price that isn't of a fixed amount by the month or year. */
  price: OwnPrice | null;
  periodEnd: Date | null;
  /** When it ends by a cancellation. */
  endsAt: Date | null;
};

/**
 * What a user is subscribed to beside the subscription that the rest of the account is about (subscription-of.ts): nobody can
 * buy a second one, but an administrator can make one at Stripe. The newest first. From the mirror.
 */
export async function secondSubscriptionsOf(userId: string): Promise<SecondSubscription[]> {
  const rows = await db
    .selectDistinctOn([subscriptions.created, subscriptions.id], {
      id: subscriptions.id,
      planName: sql<string>`coalesce(${products.name}, 'another plan')`,
      amount: prices.unitAmount,
      currency: prices.currency,
      options: sql<unknown>`${prices.data} -> 'currency_options'`,
      quantity: subscriptionItems.quantity,
      paidIn: sql<string | null>`${subscriptions.data} ->> 'currency'`,
      interval: prices.interval,
      periodEnd: subscriptionItems.currentPeriodEnd,
      cancelAt: subscriptions.cancelAt,
      cancelAtPeriodEnd: subscriptions.cancelAtPeriodEnd,
    })
    .from(billingCustomers)
    .innerJoin(subscriptions, eq(subscriptions.customer, billingCustomers.stripeCustomerId))
    .leftJoin(
      subscriptionItems,
      and(eq(subscriptionItems.subscription, subscriptions.id), eq(subscriptionItems.metered, false)),
    )
    .leftJoin(prices, eq(prices.id, subscriptionItems.price))
    .leftJoin(products, eq(products.id, subscriptionItems.product))
    .where(
      and(
        eq(billingCustomers.userId, userId),
        isNull(subscriptions.deletedAt),
        notInArray(subscriptions.status, [...endedStatuses, "incomplete"]),
      ),
    )
    .orderBy(desc(subscriptions.created), asc(subscriptions.id), asc(subscriptionItems.id));
  return rows.slice(1).map(({ id, planName, periodEnd, cancelAt, cancelAtPeriodEnd, ...priced }) => ({
    ...{ id, planName, periodEnd },
    price: ownPrice(priced),
    endsAt: cancelAt ?? (cancelAtPeriodEnd ? periodEnd : null),
  }));
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
