import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { billingCustomers, subscriptionSlots } from "@/db/schema/billing";
import { subscriptionItems, subscriptions } from "@/db/schema/stripe/subscriptions";
import { isLive } from "./status";

/**
 * Brings a user's slot in line with what the mirror has of a subscription: released where it has ended, taken where it
 * lives. Reads nothing from the event, so the order in which events come doesn't matter.
 */
export async function followSubscription(tx: Transaction, subscriptionId: string): Promise<void> {
  const [known] = await tx
    .select({
      userId: billingCustomers.userId,
      status: subscriptions.status,
      slot: sql<string | null>`${subscriptions.data} #>> '{metadata,slot}'`,
      priceId: subscriptionItems.price,
    })
    .from(subscriptions)
    .innerJoin(billingCustomers, eq(billingCustomers.stripeCustomerId, subscriptions.customer))
    .leftJoin(subscriptionItems, eq(subscriptionItems.subscription, subscriptions.id))
    .where(eq(subscriptions.id, subscriptionId))
    .limit(1);
  if (!known) return;
  if (isLive(known.status ?? "")) await takeSlot(tx, subscriptionId, known);
  else await freeSlot(tx, subscriptionId);
}

async function freeSlot(tx: Transaction, subscriptionId: string): Promise<void> {
  await tx
    .update(subscriptionSlots)
    .set({ releasedAt: new Date() })
    .where(
      and(eq(subscriptionSlots.stripeSubscriptionId, subscriptionId), isNull(subscriptionSlots.releasedAt)),
    );
}

type Known = { userId: string; slot: string | null; priceId: string | null };

/** Fills the slot the purchase was begun with, or takes one for a subscription that an administrator made. */
async function takeSlot(
  tx: Transaction,
  subscriptionId: string,
  { userId, slot, priceId }: Known,
): Promise<void> {
  const filled = await tx
    .update(subscriptionSlots)
    .set({ stripeSubscriptionId: subscriptionId })
    .where(
      and(
        sql`${subscriptionSlots.id}::text = ${slot}`,
        eq(subscriptionSlots.userId, userId),
        isNull(subscriptionSlots.stripeSubscriptionId),
        isNull(subscriptionSlots.releasedAt),
      ),
    )
    .returning({ id: subscriptionSlots.id });
  if (filled.length > 0 || priceId === null) return;
  await tx
    .insert(subscriptionSlots)
    .values({ userId, priceId, stripeSubscriptionId: subscriptionId })
    .onConflictDoNothing();
}
