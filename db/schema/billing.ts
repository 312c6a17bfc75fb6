import { sql } from "drizzle-orm";
import { index, pgTable, text, timestamp, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { users } from "./identity";
import { itemPurchases } from "./items";

/** The one Stripe customer of a user. Written by `ensureCustomer` alone; never found by e-mail. */
export const billingCustomers = pgTable("billing_customers", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  stripeCustomerId: text("stripe_customer_id").notNull().unique(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});

/**
 * A user's place for one live subscription. A purchase takes it before anything is made at Stripe, and it is free
 * again when that subscription has ended. The partial index is what makes two tabs, or two servers, meet in one purchase.
 */
export const subscriptionSlots = pgTable(
  "subscription_slots",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The price the purchase was begun with; the subscription may move to another later. */
    priceId: text("price_id").notNull(),
    /** What exactly was to be bought; see terms.ts. Null where the subscription was made by hand. */
    terms: text("terms"),
    /** Null between taking the place and Stripe's answer. */
    stripeSubscriptionId: text("stripe_subscription_id").unique(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    releasedAt: timestamp("released_at", { withTimezone: true }),
  },
  (table) => [
    uniqueIndex("subscription_slots_one_live_per_user")
      .on(table.userId)
      .where(sql`${table.releasedAt} is null`),
  ],
);

/** A feature opened by us and not by a subscription: a gift, or something bought once. */
export const grants = pgTable(
  "grants",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** A feature's key in billing.config.ts; one that is no longer there opens nothing. */
    feature: text("feature").notNull(),
    /** What it was bought with; null for what an operator gave. */
    purchaseId: uuid("purchase_id").references(() => itemPurchases.id, { onDelete: "cascade" }),
    /** Null: for good. */
    endsAt: timestamp("ends_at", { withTimezone: true }),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index("grants_user").on(table.userId),
    unique("grants_once_a_purchase").on(table.purchaseId, table.feature),
  ],
);
