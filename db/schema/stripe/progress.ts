import { integer, jsonb, text, timestamp } from "drizzle-orm/pg-core";
import { stripeSchema } from "./mirror-table";

/** How far each of Stripe's lists has been taken in: a type of the mirror, or `event` for the ledger. */
export const progress = stripeSchema.table("progress", {
  type: text().primaryKey(),
  /** Whatever Stripe made before this moment has been taken in; null until a first run has come to its end. */
  completeUntil: timestamp({ withTimezone: true }),
  /** When the run under way began, on the database's clock; null when none is. */
  began: timestamp({ withTimezone: true }),
  /** From when on the run under way reads; null: everything. */
  since: timestamp({ withTimezone: true }),
  /** What the run under way has behind it, rows written. */
  position: jsonb(),
  /** Objects that the run under way, or else the last one, took in. */
  rows: integer().notNull().default(0),
  updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
