import { index, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/**
 * Every job that has been asked for, by its key: a job leaves the queue when it is done, and must not come back
 * when the event that asked for it does. The queue itself is graphile-worker's, in a schema of its own.
 */
export const jobKeys = pgTable(
  "job_keys",
  {
    key: text("key").primaryKey(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index("job_keys_created").on(table.createdAt)],
);
