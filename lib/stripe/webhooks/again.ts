import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import type { Result } from "./hooks";
import { dueStatement, pruneStatement, reopenStatement } from "./keeping";
import { failEvent } from "./ledger";
import { parseEvent } from "./parse";
import { type Receiver, settle } from "./settle";

/** Attempts after which an event that still fails is somebody's to look at. */
export const ALARM_AFTER = 5;

type Kept = { id: string; payload: string; endpoint: string | null; attempts: number };

/** How many events a statement deleted, and when the last of them had been received; null where there was none. */
type Gone = { count: number; last: string | null };

/** What became of an event taken up again. */
export type Again = { id: string; attempts: number; result: Result | "failed" };

/**
 * Runs an event of the ledger again, processed or not, through the same pipeline: the mirror takes what is
 * newer, and the handlers run once more.
 *
 * @returns null where the ledger has no such event
 */
export async function replay(id: string, receiver: Receiver): Promise<Again | null> {
  const [kept] = await runPrepared<Kept>(db, reopenStatement, [id]);
  return kept ? takeUp(kept, receiver) : null;
}

/**
 * Takes up events that failed and are due again, and those that a process left behind when it ended. Several
 * may run at once: each event is leased to one.
 *
 * @param limit how many at most
 * @param alarm told of each event that has failed `ALARM_AFTER` times or more
 */
export async function retryFailed(
  receiver: Receiver,
  { limit = 100, alarm = logAlarm }: { limit?: number; alarm?: (event: Again) => void } = {},
): Promise<Again[]> {
  const due = await runPrepared<Kept>(db, dueStatement, [limit]);
  const done: Again[] = [];
  for (const kept of due) {
    const again = await takeUp(kept, receiver);
    if (again.result === "failed" && again.attempts >= ALARM_AFTER) alarm(again);
    done.push(again);
  }
  return done;
}

/**
 * Forgets processed events received before `days` days ago. Stripe itself keeps events for 30 days and repeats
 * them for 3, so that no fewer than 30 are allowed.
 *
 * @returns how many were forgotten
 */
export async function pruneLedger(days: number): Promise<number> {
  if (!(days >= 30))
    throw new RangeError("Events are kept for 30 days or more, as long as Stripe keeps them.");
  let all = 0;
  for (let from: string | null = "-infinity"; from !== null; ) {
    const [gone]: Gone[] = await runPrepared<Gone>(db, pruneStatement, [days, from]);
    all += gone?.count ?? 0;
    from = gone?.last ?? null;
  }
  return all;
}

/** One that was kept when it was read otherwise, as an event of another API version was, fails by itself. */
async function takeUp({ id, payload, endpoint, attempts }: Kept, receiver: Receiver): Promise<Again> {
  const parsed = parseEvent(Buffer.from(payload));
  const passage = { endpoint, began: performance.now(), delivered: false, noted: false };
  const again = { id, attempts: attempts + 1 };
  if ("event" in parsed) return { ...again, result: await settle({ ...parsed, ...passage }, receiver) };
  await failEvent(db, { ...passage, event: { id }, text: payload }, new Error(parsed.problem));
  return { ...again, result: "failed" };
}

function logAlarm({ id, attempts }: Again): void {
  console.error(`Event ${id} has failed ${attempts} times. The ledger says why: npm run stripe:ledger`);
}
