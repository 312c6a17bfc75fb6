import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { progress } from "@/db/schema/stripe/progress";
import type { Position, Stretch } from "../lists/pages";
import type { MirroredType } from "../mirror/registry";

/** Seconds read again, for clocks that differ and objects that Stripe lists a little late. */
const OVERLAP = 3_600;

/** A reading of one type, begun now or by an earlier process. */
export type Run = Stretch & { rows: number };

const positionShape = z.object({ section: z.string(), after: z.string().nullable() });

/**
 * Takes up the run that was left unfinished, or else begins one: of what is new since the last finished run,
 * or of everything where there was none or `full` asks for it.
 */
export async function openRun(type: MirroredType, full: boolean): Promise<Run> {
  const [known] = await db.select().from(progress).where(eq(progress.type, type));
  const left = known?.began ? known : undefined;
  if (left && !(full && left.since)) {
    return {
      since: seconds(left.since),
      from: positionShape.nullable().parse(left.position),
      rows: left.rows,
    };
  }
  const done = full ? null : seconds(known?.completeUntil ?? null);
  const since = done === null ? null : done - OVERLAP;
  const begun = { began: sql`now()`, since: since === null ? null : new Date(since * 1000) };
  const set = { ...begun, position: null, rows: 0, updatedAt: sql`now()` };
  await db
    .insert(progress)
    .values({ type, ...set })
    .onConflictDoUpdate({ target: progress.type, set });
  return { since, from: null, rows: 0 };
}

/** Notes how far a run has come. Only what is in the database may be behind the position. */
export async function noteRun(type: MirroredType, position: Position | null, rows: number): Promise<void> {
  await db.update(progress).set({ position, rows, updatedAt: sql`now()` }).where(eq(progress.type, type));
}

/** Notes that a run has come to its end. */
export async function closeRun(type: MirroredType): Promise<void> {
  const closed = { began: null, since: null, position: null, updatedAt: sql`now()` };
  await db
    .update(progress)
    .set({ ...closed, completeUntil: sql`${progress.began}` })
    .where(eq(progress.type, type));
}

function seconds(time: Date | null): number | null {
  return time && time.getTime() / 1000;
}
