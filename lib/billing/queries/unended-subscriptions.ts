import { and, eq, isNull, notInArray } from "drizzle-orm";
import { db } from "@/db/client";
import { subscriptions } from "@/db/schema/stripe/subscriptions";
import { endedStatuses } from "../status";

/** The ids of a Stripe customer's subscriptions that the mirror doesn't know to have ended. */
export async function unendedSubscriptionsOf(customer: string): Promise<string[]> {
  const rows = await db
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.customer, customer),
        isNull(subscriptions.deletedAt),
        notInArray(subscriptions.status, endedStatuses),
      ),
    );
  return rows.map(({ id }) => id);
}
