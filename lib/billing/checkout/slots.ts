import { and, eq, isNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import type { Statement } from "@/db/prepared";
import { subscriptionSlots } from "@/db/schema/billing";
import { isOfState } from "@/db/sqlstate";

/*
 * A slot is released in two cases alone: its subscription has ended, which at Stripe is for good, or Stripe refused to
 * make one. And a purchase never refuses anybody on a slot's word: it asks Stripe for the subscription behind it. So
 * a lost webhook can leave a slot standing, but neither shuts its owner out nor lets a second subscription in.
 */

export type Slot = {
  id: string;
  terms: string | null;
  stripeSubscriptionId: string | null;
};

const UNIQUE_VIOLATION = "23505";

const columns = {
  id: subscriptionSlots.id,
  terms: subscriptionSlots.terms,
  stripeSubscriptionId: subscriptionSlots.stripeSubscriptionId,
};

/**
 * Takes the user's place for a purchase of `priceId`, or gives the place as somebody (another tab) has taken it.
 *
 * @param terms names what exactly is bought, and where: another purchase than the one begun has other terms
 */
export async function reserveSlot(userId: string, priceId: string, terms: string): Promise<Slot> {
  const [taken] = await db
    .insert(subscriptionSlots)
    .values({ userId, priceId, terms })
    .onConflictDoNothing()
    .returning(columns);
  if (taken) return taken;
  const [held] = await db.select(columns).from(subscriptionSlots).where(liveOf(userId));
  return held ?? reserveSlot(userId, priceId, terms);
}

/**
 * Writes down which subscription a slot is for. False when the slot has been released, or filled, by somebody else meanwhile, or the
 * subscription is one that another tab is giving up with the slot it had.
 */
export async function fillSlot(slotId: string, subscriptionId: string): Promise<boolean> {
  try {
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
  } catch (error) {
    if (isOfState(error, UNIQUE_VIOLATION)) return false;
    throw error;
  }
}

/** Frees the place. Only for a slot whose subscription has ended or was never made. */
export async function releaseSlot(slotId: string): Promise<void> {
  await db
    .update(subscriptionSlots)
    .set({ releasedAt: new Date() })
    .where(and(eq(subscriptionSlots.id, slotId), isNull(subscriptionSlots.releasedAt)));
}

/** For a transaction: frees the place that a page of Stripe's was made for and nobody has paid on. A text that names no place frees none. */
export function releasingUnfilled(slotId: string): Statement {
  const text = `update subscription_slots set released_at = now()
    where id::text = $1::text and stripe_subscription_id is null and released_at is null`;
  return { text, parameters: [slotId] };
}

/** Whether the place is still taken for what it was, with nothing made for it elsewhere. */
export async function isHeld(slotId: string): Promise<boolean> {
  const [held] = await db
    .select({ id: subscriptionSlots.id })
    .from(subscriptionSlots)
    .where(
      and(
        eq(subscriptionSlots.id, slotId),
        isNull(subscriptionSlots.releasedAt),
        isNull(subscriptionSlots.stripeSubscriptionId),
      ),
    );
  return held !== undefined;
}

function liveOf(userId: string) {
  return and(eq(subscriptionSlots.userId, userId), isNull(subscriptionSlots.releasedAt));
}
