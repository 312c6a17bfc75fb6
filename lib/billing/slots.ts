import { and, eq, isNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { subscriptionSlots } from "@/db/schema/billing";

/*
 * A slot is released in two cases alone: its subscription has ended, which at Stripe is for good, or Stripe refused to
 * make one. And a purchase never refuses anybody on a slot's word: it asks Stripe for the subscription behind it. So
 * a lost webhook can leave a slot standing, but neither shuts its owner out nor lets a second subscription in.
 */

export type Slot = { id: string; priceId: string; stripeSubscriptionId: string | null };

const columns = {
  id: subscriptionSlots.id,
  priceId: subscriptionSlots.priceId,
  stripeSubscriptionId: subscriptionSlots.stripeSubscriptionId,
};

/** Takes the user's place for a purchase of `priceId`, or gives the place as somebody (another tab) has taken it. */
export async function reserveSlot(userId: string, priceId: string): Promise<Slot> {
  const [taken] = await db
    .insert(subscriptionSlots)
    .values({ userId, priceId })
    .onConflictDoNothing()
    .returning(columns);
  if (taken) return taken;
  const [held] = await db.select(columns).from(subscriptionSlots).where(liveOf(userId));
  return held ?? reserveSlot(userId, priceId);
}

/** Writes down which subscription a slot is for. False when the slot has been released, or filled, by somebody else meanwhile. */
export async function fillSlot(slotId: string, subscriptionId: string): Promise<boolean> {
  const filled = await db
    .update(subscriptionSlots)
    .set({ stripeSubscriptionId: subscriptionId })
    .where(
      and(
        eq(subscriptionSlots.id, slotId),
        isNull(subscriptionSlots.releasedAt),
        or(
          isNull(subscriptionSlots.stripeSubscriptionId),
          eq(subscriptionSlots.stripeSubscriptionId, subscriptionId),
        ),
      ),
    )
    .returning({ id: subscriptionSlots.id });
  return filled.length === 1;
}

/** Frees the place. Only for a slot whose subscription has ended or was never made. */
export async function releaseSlot(slotId: string): Promise<void> {
  await db
    .update(subscriptionSlots)
    .set({ releasedAt: new Date() })
    .where(and(eq(subscriptionSlots.id, slotId), isNull(subscriptionSlots.releasedAt)));
}

function liveOf(userId: string) {
  return and(eq(subscriptionSlots.userId, userId), isNull(subscriptionSlots.releasedAt));
}
