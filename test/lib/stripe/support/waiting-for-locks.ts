import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** How many connections to the test's database wait for somebody's lock. */
export async function waitingForLocks(): Promise<number> {
  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return (await db.execute(waiting)).length;
}
