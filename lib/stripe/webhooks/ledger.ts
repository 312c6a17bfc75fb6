import { DrizzleQueryError } from "drizzle-orm";
import { keepable } from "@/db/keepable";
import { type Executor, runPrepared, type Statement } from "@/db/prepared";
import type { Document } from "@/db/schema/stripe/mirror-table";
import type { Observed } from "../mirror/observed";
import type { Outcome } from "../mirror/write";
import { groupStatement } from "./group-statement";
import type { Parsed } from "./parse";
import { durationStatement, failStatement, noteStatement, takeStatement } from "./statements";
import type { Subject } from "./subject";

/** One passage of an event through the pipeline. */
export type Passage = Parsed & {
  /** The managed endpoint it came through. */
  endpoint: string | null;
  /** When, by `performance.now()`. */
  began: number;
  /** Whether Stripe hands it to us, or we take it up again ourselves. */
  delivered: boolean;
  /** Whether the ledger has this passage already. */
  noted: boolean;
};

export type Taken = {
  /** The ledger's word after the statement: `processed` now or before, or `received` while unsettled. */
  status: "received" | "processed";
  /** Whether it is this transaction that processes the event. */
  fresh: boolean;
  /** What became of the object's row; null for an event without one. */
  outcome: Outcome | null;
  /** The row's revision before; 0 where there was none. */
  revision: number;
  /** The row's content where it is newer than the event's. */
  newer: Document | null;
};

/**
 * Notes the event in the ledger and writes its object, in one statement. An event that is processed already
 * changes nothing; one whose object isn't settled is noted as `received`.
 */
export async function takeEvent(
  on: Executor,
  passage: Passage,
  subject: Subject | undefined,
): Promise<Taken> {
  const { event, text, endpoint, began } = passage;
  const note = [event.id, text, endpoint, ...counted(passage), performance.now() - began];
  const [taken] = subject
    ? await runPrepared<Taken>(on, takeStatement(subject.type), [...note, ...content(passage, subject)])
    : await runPrepared<Taken>(on, noteStatement, note);
  if (!taken) throw new Error(`The ledger gave no answer for ${event.id}.`);
  return taken;
}

/** An event that carries its object's content. */
export type Carrying = { passage: Passage; subject: Subject & { seen: Observed } };

/**
 * Does for several events what `takeEvent` does for one, in one statement: all of them are taken, or none.
 *
 * @param carrying each event and each object once, all of types that come often
 * @returns an answer for each, in their order
 */
export async function takeEvents(on: Executor, carrying: readonly Carrying[]): Promise<Taken[]> {
  const texts = carrying.map(({ passage }) => passage.text).join("\n");
  const fields = carrying.map(({ passage, subject: { type, id: object, owner, seen } }) => {
    const { event, endpoint, began } = passage;
    const [delivered, attempted] = counted(passage);
    const { from, to, deleted } = seen;
    const ms = performance.now() - began;
    return { id: event.id, endpoint, delivered, attempted, ms, type, object, from, to, deleted, owner };
  });
  const rows = await runPrepared<Taken & { id: string }>(on, groupStatement(), [
    texts,
    JSON.stringify(fields),
  ]);
  const answers = new Map(rows.map(({ id, ...taken }) => [id, taken]));
  return carrying.map(({ passage }) => {
    const taken = answers.get(passage.event.id);
    if (!taken) throw new Error(`The ledger gave no answer for ${passage.event.id}.`);
    return taken;
  });
}

/** What notes how long an event took, handlers included. */
export function durationOf({ event, began }: Passage): Statement {
  return { text: durationStatement, parameters: [event.id, performance.now() - began] };
}

/** As much of a passage as a failure is recorded with: the event may be one that couldn't be read. */
type Failing = Omit<Passage, "event"> & { event: Pick<Passage["event"], "id"> };

/** Records a failed attempt; an event that somebody else has processed meanwhile stays processed. */
export async function failEvent(on: Executor, passage: Failing, error: unknown): Promise<void> {
  const { event, text, endpoint, began } = passage;
  const reason = keepable(reasonOf(error));
  const fields = [event.id, text, endpoint, ...counted(passage), performance.now() - began, reason];
  await runPrepared(on, failStatement, fields);
}

/** How many deliveries and attempts this passage adds to those in the ledger. */
function counted({ delivered, noted }: Pick<Passage, "delivered" | "noted">): [number, number] {
  return [delivered && !noted ? 1 : 0, noted ? 0 : 1];
}

/** The object as the statement takes it; nulls where it has to be fetched first. */
function content({ event }: Passage, { id, seen, owner }: Subject) {
  if (!seen) return [id, null, null, null, null, null, null];
  // The payload is on its way already, as part of the event.
  const payload: unknown = event.data.object;
  const document = seen.document === payload ? null : JSON.stringify(seen.document);
  return [id, document, seen.from, seen.to, seen.deleted, (seen.seen ?? 0) + 1, owner ?? null];
}

/** What was thrown, with its stack; of a failed query only PostgreSQL's own words, not the data sent with it. */
export function reasonOf(error: unknown): string {
  if (error instanceof DrizzleQueryError && error.cause) return reasonOf(error.cause);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
