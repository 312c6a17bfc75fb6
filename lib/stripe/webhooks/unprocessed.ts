import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/stripe/events";

/** An event of the ledger that hasn't taken effect. */
export type Unprocessed = {
  id: string;
  type: string;
  /** `received` while it is under way, or was left behind by a process that ended. */
  status: (typeof events.$inferSelect)["status"];
  attempts: number;
  nextAttemptAt: Date | null;
  /** What the last failed attempt threw, with its stack. */
  lastError: string | null;
};

/** The events that aren't processed, those first whose turn is next. */
export function unprocessedEvents(limit: number): Promise<Unprocessed[]> {
  const { id, type, status, attempts, nextAttemptAt, lastError } = events;
  return (
    db
      .select({ id, type, status, attempts, nextAttemptAt, lastError })
      .from(events)
      // Word for word the condition of their index.
      .where(sql`${status} <> 'processed'`)
      .orderBy(nextAttemptAt)
      .limit(limit)
  );
}
