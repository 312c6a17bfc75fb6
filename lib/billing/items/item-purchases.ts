import { and, eq, isNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { itemPurchases } from "@/db/schema/items";
import type { Item } from "../queries/items";

/*
 * A purchase of something bought once is reserved before anything is made at Stripe, so that two tabs meet in one payment.
 * It is released when its payment can't be made any more, and when what was paid is given back.
 */

export type ItemPurchase = { id: string; priceId: string; paymentIntent: string | null };

const columns = {
  id: itemPurchases.id,
  priceId: itemPurchases.priceId,
  paymentIntent: itemPurchases.stripePaymentIntentId,
};

/** The user's purchase of an item, reserved now or, by this or another tab, before. */
export async function reserveItem(userId: string, item: Item): Promise<ItemPurchase> {
  const { productId: product, priceId } = item;
  const features = item.features.map(({ key }) => key);
  const [taken] = await db
    .insert(itemPurchases)
    .values({ userId, product, priceId, features })
    .onConflictDoNothing()
    .returning(columns);
  if (taken) return taken;
  const [held] = await db
    .select(columns)
    .from(itemPurchases)
    .where(
      and(
        eq(itemPurchases.userId, userId),
        eq(itemPurchases.product, product),
        isNull(itemPurchases.releasedAt),
      ),
    );
  return held ?? reserveItem(userId, item);
}

/** Writes down which payment a purchase is made with. False where it was released, or given another, meanwhile. */
export async function fillPurchase(id: string, paymentIntent: string): Promise<boolean> {
  const { stripePaymentIntentId } = itemPurchases;
  const filled = await db
    .update(itemPurchases)
    .set({ stripePaymentIntentId: paymentIntent })
    .where(
      and(
        eq(itemPurchases.id, id),
        isNull(itemPurchases.releasedAt),
        or(isNull(stripePaymentIntentId), eq(stripePaymentIntentId, paymentIntent)),
      ),
    )
    .returning({ id: itemPurchases.id });
  return filled.length === 1;
}

/** Gives a purchase up. Only for one whose payment was never made, and can't be any more. */
export async function releasePurchase(id: string): Promise<void> {
  await db
    .update(itemPurchases)
    .set({ releasedAt: new Date() })
    .where(and(eq(itemPurchases.id, id), isNull(itemPurchases.paidAt), isNull(itemPurchases.releasedAt)));
}
