import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { customers, paymentMethods } from "@/db/schema/stripe/people";
import { subscriptions } from "@/db/schema/stripe/subscriptions";

export type SavedCard = {
  id: string;
  /** The card's brand ("visa"), or Stripe's name for a way to pay that is no card. */
  brand: string;
  last4: string | null;
  /** Its last month, counted from 1. */
  expires: { month: number; year: number } | null;
  /** Whether it pays for the plan, and for whatever comes. */
  pays: boolean;
};

/** The ways to pay that a user has saved, from the mirror: the one that pays first, then the newest. */
export async function cardsOf(userId: string): Promise<SavedCard[]> {
  const rows = await db
    .select({
      id: paymentMethods.id,
      brand: sql<string>`coalesce(${paymentMethods.cardBrand}, ${paymentMethods.type}, 'card')`,
      last4: paymentMethods.cardLast4,
      month: sql<number | null>`(${paymentMethods.data} #>> '{card,exp_month}')::int`,
      year: sql<number | null>`(${paymentMethods.data} #>> '{card,exp_year}')::int`,
      pays: sql<boolean>`${pays} is true`,
    })
    .from(billingCustomers)
    .innerJoin(paymentMethods, eq(paymentMethods.customer, billingCustomers.stripeCustomerId))
    .leftJoin(customers, eq(customers.id, billingCustomers.stripeCustomerId))
    .where(and(eq(billingCustomers.userId, userId), isNull(paymentMethods.deletedAt)))
    .orderBy(sql`${pays} is true desc`, desc(paymentMethods.created), paymentMethods.id);
  return rows.map(({ month, year, ...card }) => ({
    ...card,
    expires: month !== null && year !== null ? { month, year } : null,
  }));
}

/** A running subscription's own card goes before the customer's default. */
const pays = sql`${paymentMethods.id} = coalesce((
    select s.default_payment_method from ${subscriptions} s
    where s.customer = ${billingCustomers.stripeCustomerId} and s.deleted_at is null
      and s.status not in ('incomplete', 'incomplete_expired', 'canceled') and s.default_payment_method is not null
    order by s.created desc limit 1
  ), ${customers.defaultPaymentMethod})`;
