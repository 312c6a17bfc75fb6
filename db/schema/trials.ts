import { pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/**
 * By what somebody is known again who has had a trial: their account, their address, their card. Kept when the account goes,
 * since that is when it counts. One mark stands for the first trial it was seen with.
 */
export const usedTrials = pgTable(
  "used_trials",
  {
    kind: text("kind", { enum: ["account", "email", "card"] }).notNull(),
    /** The user's id, the normalised address, or Stripe's fingerprint of the card. */
    value: text("value").notNull(),
    /** The subscription at Stripe that was tried. */
    subscription: text("subscription").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.value] })],
);
