import { sql } from "drizzle-orm";
import { pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { users } from "./identity";

/**
 * A person's purchase of something bought once, from its reservation on. The partial index is what makes two tabs, or two
 * servers, meet in one payment: a product is bought, or being bought, once a person.
 */
export const itemPurchases = pgTable(
  "item_purchases",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The product at Stripe. */
    product: text("product").notNull(),
    priceId: text("price_id").notNull(),
    /** What it was sold as opening: feature keys. A later change of the product takes nothing away. */
    features: text("features").array().notNull(),
    /** Null between the reservation and Stripe's answer. */
    stripePaymentIntentId: text("stripe_payment_intent_id").unique(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    paidAt: timestamp("paid_at", { withTimezone: true }),
    /** When it was given up, or what was paid for it was given back: the product can be bought again. */
    releasedAt: timestamp("released_at", { withTimezone: true }),
  },
  (table) => [
    uniqueIndex("item_purchases_one_a_person")
      .on(table.userId, table.product)
      .where(sql`${table.releasedAt} is null`),
  ],
);
