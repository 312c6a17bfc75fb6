import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { stripeSchema } from "./mirror-table";

/** `received`: stored, work not finished. `processed`: done, never run again. `failed`: to be tried again. */
export const eventStatus = stripeSchema.enum("event_status", ["received", "processed", "failed"]);

/** The ledger of every verified event; those long processed are forgotten. */
export const events = stripeSchema.table(
  "events",
  {
    id: text().primaryKey(),
    type: text().notNull(),
    apiVersion: text(),
    livemode: boolean().notNull(),
    /** The connected account it is about; null for our own. */
    account: text(),
    /** The managed endpoint it came through; null for the default route and for polled events. */
    endpoint: text(),
    /** The object it carries. */
    objectId: text(),
    payload: jsonb().notNull(),
    status: eventStatus().notNull(),
    /** How often Stripe has handed it to us. */
    deliveries: integer().notNull().default(1),
    /** How often its work was begun. */
    attempts: integer().notNull().default(1),
    /** What the last failed attempt threw, with its stack. */
    lastError: text(),
    /** How long the last attempt took. */
    durationMs: doublePrecision(),
    created: timestamp({ withTimezone: true }).notNull(),
    receivedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    processedAt: timestamp({ withTimezone: true }),
    /** The number of the transaction that did, by which it recognises its own work. */
    processedIn: bigint({ mode: "number" }),
    /** When a failed event is tried again. */
    nextAttemptAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index().on(table.receivedAt),
    index().on(table.objectId),
    index("events_unfinished_index").on(table.nextAttemptAt).where(sql`status <> 'processed'`),
  ],
);
