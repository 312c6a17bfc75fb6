import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { users } from "./identity";

/** Keys by which a person's own programs speak to us. The key itself isn't kept: who reads this table can't use it. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** How it begins, for its owner to know it by. */
    prefix: text("prefix").notNull(),
    /** SHA-256 of the key, in hex. */
    hash: text("hash").notNull().unique(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    lastUsedAt: timestamp("last_used_at", { withTimezone: true }),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
  },
  (table) => [index("api_keys_user").on(table.userId)],
);

/**
 * What was used, one row for a key, a meter and a minute. Counted in the request that uses it; `taken` is how much of
 * `count` has gone into batches, so that what is counted late goes into the next one.
 */
export const usageCounts = pgTable(
  "usage_counts",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    keyId: uuid("key_id")
      .notNull()
      .references(() => apiKeys.id, { onDelete: "cascade" }),
    /** A key of `meters` in billing.config.ts: the meter's event name at Stripe. */
    meter: text("meter").notNull(),
    /** Who is billed for it at Stripe; null where it is nobody, because it came with no subscription. */
    customer: text("customer"),
    /** The minute, or the start of the billing period where that began within it. */
    at: timestamp("at", { withTimezone: true }).notNull(),
    count: bigint("count", { mode: "number" }).notNull(),
    taken: bigint("taken", { mode: "number" }).notNull().default(0),
  },
  (table) => [
    unique("usage_counts_one_a_minute")
      .on(table.keyId, table.meter, table.customer, table.at)
      .nullsNotDistinct(),
    index("usage_counts_user").on(table.userId, table.meter, table.at),
    index("usage_counts_to_take")
      .on(table.id)
      .where(sql`${table.count} > ${table.taken} and ${table.customer} is not null`),
  ],
);

/** What is reported to a meter at Stripe in one event. Its content and identifier never change once it is there. */
export const usageBatches = pgTable(
  "usage_batches",
  {
    /** Also the event's identifier, by which Stripe knows a second sending for a copy. */
    id: uuid("id").primaryKey().defaultRandom(),
    meter: text("meter").notNull(),
    customer: text("customer").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    value: bigint("value", { mode: "number" }).notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    /** Before the first sending; Stripe remembers the identifier for a day from then. */
    firstSentAt: timestamp("first_sent_at", { withTimezone: true }),
    /** Stripe has it. */
    reportedAt: timestamp("reported_at", { withTimezone: true }),
    /** Stripe takes it no more. */
    refusedAt: timestamp("refused_at", { withTimezone: true }),
    /** What Stripe answered last, where it wasn't yes. */
    refusal: text("refusal"),
  },
  (table) => [
    index("usage_batches_to_report")
      .on(table.at)
      .where(sql`${table.reportedAt} is null and ${table.refusedAt} is null`),
    index("usage_batches_customer").on(table.customer, table.meter, table.at),
  ],
);
