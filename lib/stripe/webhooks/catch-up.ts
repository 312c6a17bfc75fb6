import { and, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { cursors } from "@/db/schema/stripe/cursors";
import { events } from "@/db/schema/stripe/events";
import { isDocument } from "../mirror/observed";
import { readPages } from "../mirror/read-list";
import { parseEvent } from "./parse";
import { type Receiver, settle } from "./settle";

const NAME = "events";

/** Seconds read again each time, since an event can appear in the list a little after its date. */
const OVERLAP = 3600;

/** What a reading of Stripe's list of events has brought. */
export type CaughtUp = { read: number; processed: number; failed: number };

/**
 * Reads Stripe's list of events from where the last reading ended, and takes in what no delivery has brought,
 * through the pipeline of deliveries. Stripe keeps events for 30 days. The order in which they are listed
 * doesn't matter, nor do deliveries at the same time.
 * https://docs.stripe.com/webhooks/process-undelivered-events
 *
 * @throws Stripe's errors, PostgreSQL's errors; the next reading begins where this one did
 */
export async function catchUp(receiver: Receiver): Promise<CaughtUp> {
  const [cursor] = await db.select().from(cursors).where(eq(cursors.name, NAME));
  const since = cursor ? `?created[gte]=${cursor.position.getTime() / 1000 - OVERLAP}` : "";
  const done: CaughtUp = { read: 0, processed: 0, failed: 0 };
  let began: number | undefined;
  for await (const { entries, interval } of readPages(`/v1/events${since}`)) {
    began ??= Math.floor(interval.from);
    done.read += entries.length;
    for (const entry of await unprocessed(entries)) {
      const result = await takeIn(entry, receiver);
      done[result === "failed" ? "failed" : "processed"]++;
    }
  }
  if (began !== undefined) await moveCursor(new Date(began * 1000));
  return done;
}

async function unprocessed(entries: unknown[]): Promise<unknown[]> {
  const ids = entries.filter(isDocument).map(({ id }) => id);
  if (ids.length === 0) return [];
  const known = await db
    .select({ id: events.id })
    .from(events)
    .where(and(inArray(events.id, ids), eq(events.status, "processed")));
  const done = new Set(known.map(({ id }) => id));
  return entries.filter((entry) => isDocument(entry) && !done.has(entry.id));
}

async function takeIn(entry: unknown, receiver: Receiver) {
  const parsed = parseEvent(Buffer.from(JSON.stringify(entry)));
  if ("problem" in parsed) throw new TypeError(`Stripe lists an event that can't be read: ${parsed.problem}`);
  const passage = { ...parsed, endpoint: null, began: performance.now(), delivered: false, noted: false };
  return settle(passage, receiver);
}

async function moveCursor(position: Date): Promise<void> {
  await db
    .insert(cursors)
    .values({ name: NAME, position })
    .onConflictDoUpdate({ target: cursors.name, set: { position } });
}
