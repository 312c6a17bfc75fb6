import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { subscriptionSlots } from "@/db/schema/billing";

/** A user's slots, in the order they were taken. */
export async function slotsOf(userId: string) {
  const rows = await db
    .select()
    .from(subscriptionSlots)
    .where(eq(subscriptionSlots.userId, userId))
    .orderBy(subscriptionSlots.createdAt);
  return rows.map(({ id, stripeSubscriptionId, releasedAt }) => ({
    id,
    subscription: stripeSubscriptionId,
    released: releasedAt !== null,
  }));
}
