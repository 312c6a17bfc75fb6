import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { customers } from "@/db/schema/stripe/people";
import { subscriptions } from "@/db/schema/stripe/subscriptions";

/**
 * The currency that a user's payments are in for good, since something has been billed in it; null before. From the mirror,
 * which hears of a subscription sooner than of what it has changed about its customer.
 */
export async function settledCurrency(userId: string): Promise<string | null> {
  const [row] = await db
    .select({
      currency: sql<string | null>`coalesce(${customers.currency}, (
        select s.data ->> 'currency' from ${subscriptions} s
        where s.customer = ${billingCustomers.stripeCustomerId} order by s.created limit 1
      ))`,
    })
    .from(billingCustomers)
    .leftJoin(customers, eq(customers.id, billingCustomers.stripeCustomerId))
    .where(eq(billingCustomers.userId, userId));
  return row?.currency ?? null;
}
