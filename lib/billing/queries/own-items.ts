import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { grants } from "@/db/schema/billing";
import { users } from "@/db/schema/identity";
import { itemPurchases } from "@/db/schema/items";
import { prices, products } from "@/db/schema/stripe/catalogue";
import { charges, paymentIntents } from "@/db/schema/stripe/payments";
import { paymentMethods } from "@/db/schema/stripe/people";

/** Something bought once, and paid for. */
export type OwnItem = {
  /** The purchase's. */
  id: string;
  productId: string;
  name: string;
  /** Minor units of `currency`. */
  amount: number;
  currency: string;
  paidOn: Date;
  card: { brand: string; last4: string } | null;
  /** Stripe's page of the receipt. */
  receiptUrl: string | null;
  /** When it was given back; null while it is theirs. */
  returnedOn: Date | null;
};

/**
 * That a paid purchase is its buyer's: it has its place, or lost it by a refund that failed, so that what it opens is open again,
 * and no other purchase that is paid has taken the place.
 */
const theirs = sql<boolean>`(${itemPurchases.releasedAt} is null or exists (
  select from ${grants} g where g.purchase_id = ${itemPurchases.id} and g.revoked_at is null
) and not exists (
  select from ${itemPurchases} o where o.user_id = ${itemPurchases.userId} and o.product = ${itemPurchases.product}
    and o.released_at is null and o.paid_at is not null
))`;

/** What a user has bought once and still has, the newest first. */
export async function itemsOf(userId: string): Promise<OwnItem[]> {
  return (await select(and(eq(itemPurchases.userId, userId), theirs))).map(({ item }) => item);
}

/** One of a user's purchases, by its id or its payment's; null for anybody else's, and for one that isn't paid. */
export async function ownItem(
  userId: string,
  by: { id: string } | { payment: string },
): Promise<OwnItem | null> {
  const named =
    "id" in by
      ? eq(sql`${itemPurchases.id}::text`, by.id)
      : eq(itemPurchases.stripePaymentIntentId, by.payment);
  const [found] = await select(and(eq(itemPurchases.userId, userId), named));
  return found?.item ?? null;
}

/** What a user began to buy with a payment that may not have been made: as links name it, and in which currency. */
export async function begunItem(
  userId: string,
  payment: string,
): Promise<{ key: string; currency: string } | null> {
  const [row] = await db
    .select({
      key: sql<string>`coalesce(${prices.lookupKey}, ${itemPurchases.priceId})`,
      currency: sql<string>`coalesce(${paymentIntents.currency}, '')`,
    })
    .from(itemPurchases)
    .leftJoin(prices, eq(prices.id, itemPurchases.priceId))
    .leftJoin(paymentIntents, eq(paymentIntents.id, itemPurchases.stripePaymentIntentId))
    .where(and(eq(itemPurchases.userId, userId), eq(itemPurchases.stripePaymentIntentId, payment)));
  return row ?? null;
}

/** A purchase and its buyer; null for one that isn't paid. */
export async function boughtItem(
  id: string,
): Promise<{ item: OwnItem; buyer: { id: string; name: string; email: string } } | null> {
  return (await select(eq(itemPurchases.id, id)))[0] ?? null;
}

async function select(where: ReturnType<typeof and>) {
  const rows = await db
    .select({
      id: itemPurchases.id,
      productId: itemPurchases.product,
      name: products.name,
      amount: paymentIntents.amount,
      currency: paymentIntents.currency,
      paidOn: itemPurchases.paidAt,
      brand: paymentMethods.cardBrand,
      last4: paymentMethods.cardLast4,
      receiptUrl: sql<string | null>`${charges.data} ->> 'receipt_url'`,
      returnedOn: sql<Date | null>`case when not ${theirs} then ${itemPurchases.releasedAt} end`.mapWith(
        itemPurchases.releasedAt,
      ),
      buyer: { id: users.id, name: users.name, email: users.email },
    })
    .from(itemPurchases)
    .innerJoin(users, eq(users.id, itemPurchases.userId))
    .innerJoin(paymentIntents, eq(paymentIntents.id, itemPurchases.stripePaymentIntentId))
    .leftJoin(products, eq(products.id, itemPurchases.product))
    .leftJoin(paymentMethods, eq(paymentMethods.id, paymentIntents.paymentMethod))
    .leftJoin(charges, eq(charges.id, paymentIntents.latestCharge))
    .where(and(where, isNotNull(itemPurchases.paidAt)))
    .orderBy(desc(itemPurchases.paidAt));
  return rows.flatMap(({ brand, last4, name, amount, currency, paidOn, buyer, ...rest }) => {
    if (amount === null || currency === null || paidOn === null) return [];
    const card = brand && last4 ? { brand, last4 } : null;
    return [{ item: { ...rest, name: name ?? "What you bought", amount, currency, paidOn, card }, buyer }];
  });
}
