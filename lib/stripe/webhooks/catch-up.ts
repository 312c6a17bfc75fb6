import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/stripe/events";
import { paced } from "../ask/pace";
import { usualRate } from "../ask/rate";
import { alone } from "../lists/alone";
import { testClocks } from "../lists/test-clocks";
import { isDocument } from "../mirror/observed";
import { moveMark, readMark } from "./mark";
import { oldestFirst } from "./oldest-first";
import { parseEvent } from "./parse";
import { type Receiver, settle } from "./settle";

/** Seconds read again each time, since an event can appear in the list a little after its date. */
const OVERLAP = 3_600;

/** Seconds for which Stripe lists an event. https://docs.stripe.com/api/events */
const KEPT = 30 * 86_400;

/** What a reading of Stripe's list of events has brought. */
export type CaughtUp = {
  read: number;
  processed: number;
  /** Kept in the ledger, to be tried again. */
  failed: number;
  /** Events that can't be kept; the mark stays before them. */
  unreadable: string[];
  /** A time of which Stripe lists no events any more, and no reading has seen them: only a full sync repairs it. */
  gap: { from: Date; to: Date } | null;
};

type Options = { perSecond?: number; signal?: AbortSignal };

/**
 * Reads Stripe's list of events, the oldest first, from where the last reading ended, and takes in what no
 * delivery has brought, through the pipeline of deliveries. There is no signature to check: the list comes from
 * Stripe itself, by our key. The mark passes an event once the ledger has it.
 * https://docs.stripe.com/webhooks/process-undelivered-events
 *
 * @throws AlreadyUnderWay, Stripe's errors, PostgreSQL's errors, the signal's reason; the next reading goes on
 *   from the last page that was taken in
 */
export function catchUp(
  receiver: Receiver,
  { perSecond = usualRate(), signal }: Options = {},
): Promise<CaughtUp> {
  return alone("reading of events", () => paced({ perSecond, signal }, () => readOn(receiver, signal)));
}

async function readOn(receiver: Receiver, signal: AbortSignal | undefined): Promise<CaughtUp> {
  const began = Date.now() / 1000;
  const mark = await readMark();
  const done: CaughtUp = { read: 0, processed: 0, failed: 0, unreadable: [], gap: gapOf(mark, began) };
  for await (const page of oldestFirst(await beginningOf(mark, began))) {
    done.read += page.length;
    for (const entry of await missing(page)) {
      // What hasn't been begun is no failure: it is left to the next reading.
      signal?.throwIfAborted();
      await takeIn(entry, receiver, done);
    }
    const lost = (await missing(page)).filter((entry) => !done.unreadable.includes(idOf(entry)));
    if (lost.length > 0) throw new Error(`The ledger has not kept ${lost.map(idOf).join(", ")}.`);
    if (done.unreadable.length === 0) await moveMark(Math.min(began, Math.max(...page.map(createdOf))));
  }
  if (done.unreadable.length === 0) await moveMark(began);
  return done;
}

/**
 * Where the list is read from. Events of what lives on a test clock are dated by the clock, and so may be new and yet
 * lie before the mark: as long as there is a clock, all that Stripe lists is read. A mark that is still to come was set
 * while the time here was wrong, and tells nothing.
 */
async function beginningOf(mark: number | null, now: number): Promise<number | null> {
  if (mark === null || mark > now || (await testClocks()).length > 0) return null;
  return mark - OVERLAP;
}

async function takeIn(entry: unknown, receiver: Receiver, done: CaughtUp): Promise<void> {
  const parsed = parseEvent(Buffer.from(JSON.stringify(entry)));
  if ("problem" in parsed) {
    done.unreadable.push(idOf(entry));
    return;
  }
  const passage = { ...parsed, endpoint: null, began: performance.now(), delivered: false, noted: false };
  const result = await settle(passage, receiver);
  done[result === "failed" ? "failed" : "processed"]++;
}

/** Those that the ledger doesn't have. What it has and what failed is tried again by its own clock. */
async function missing(entries: readonly unknown[]): Promise<unknown[]> {
  const ids = entries.map(idOf);
  if (ids.length === 0) return [];
  const known = await db.select({ id: events.id }).from(events).where(inArray(events.id, ids));
  const kept = new Set(known.map(({ id }) => id));
  return entries.filter((entry) => !kept.has(idOf(entry)));
}

function gapOf(mark: number | null, now: number): CaughtUp["gap"] {
  if (mark === null || mark >= now - KEPT) return null;
  return { from: new Date(mark * 1000), to: new Date((now - KEPT) * 1000) };
}

function idOf(entry: unknown): string {
  return isDocument(entry) ? entry.id : "";
}

function createdOf(entry: unknown): number {
  return isDocument(entry) && typeof entry.created === "number" ? entry.created : 0;
}
