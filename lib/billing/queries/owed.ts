import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { invoices } from "@/db/schema/stripe/invoices";

export type Owed = {
  id: string;
  /** What is still to be paid, in minor units of `currency`. */
  remaining: number;
  currency: string;
};

/** The open invoices of a subscription of this user's, the oldest first, from the mirror. */
export async function owedFor(userId: string, subscription: string): Promise<Owed[]> {
  const rows = await db
    .select({
      id: invoices.id,
      remaining: sql<number | null>`(${invoices.data} ->> 'amount_remaining')::float8`,
      currency: invoices.currency,
    })
    .from(billingCustomers)
    .innerJoin(invoices, eq(invoices.customer, billingCustomers.stripeCustomerId))
    .where(
      and(
        eq(billingCustomers.userId, userId),
        eq(invoices.subscription, subscription),
        eq(invoices.status, "open"),
        isNull(invoices.deletedAt),
      ),
    )
    .orderBy(asc(invoices.created), invoices.id);
  return rows.flatMap(({ id, remaining, currency }) =>
    remaining && currency ? [{ id, remaining, currency }] : [],
  );
}
