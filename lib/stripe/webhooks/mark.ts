import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { progress } from "@/db/schema/stripe/progress";

const TYPE = "event";

/** Unix seconds before which every event is in the ledger; null before the first reading. */
export async function readMark(): Promise<number | null> {
  const [known] = await db
    .select({ until: progress.completeUntil })
    .from(progress)
    .where(eq(progress.type, TYPE));
  return known?.until ? known.until.getTime() / 1000 : null;
}

/** Moves the mark forward, never back. */
export async function moveMark(seconds: number): Promise<void> {
  const completeUntil = new Date(seconds * 1000);
  await db
    .insert(progress)
    .values({ type: TYPE, completeUntil })
    .onConflictDoUpdate({
      target: progress.type,
      set: {
        completeUntil: sql`greatest(${progress.completeUntil}, excluded.complete_until)`,
        updatedAt: sql`now()`,
      },
    });
}
