import { text, timestamp } from "drizzle-orm/pg-core";
import { stripeSchema } from "./mirror-table";

/** How far a repeated reading of Stripe has come. */
export const cursors = stripeSchema.table("cursors", {
  name: text().primaryKey(),
  /** Everything that Stripe dates before this has been read. */
  position: timestamp({ withTimezone: true }).notNull(),
});
