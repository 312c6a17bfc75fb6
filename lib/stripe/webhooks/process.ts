import { db } from "@/db/client";
import { runPrepared, type Statement } from "@/db/prepared";
import { fetchObject } from "../mirror/fetch";
import { mirrorFetched, PATIENCE, Unsettled } from "../mirror/mirror";
import { grouping, isGrouped } from "./group";
import type { Result } from "./hooks";
import { durationOf, type Passage, type Taken, takeEvent } from "./ledger";
import type { Handler } from "./on";
import { type Subject, subjectsOf } from "./subject";

const takeTogether = grouping(db);

/**
 * Brings one verified event into the database: ledger, mirror and handlers together or not at all. What only
 * Stripe can settle is fetched between transactions, never inside one.
 *
 * @throws what a handler, Stripe or PostgreSQL throws; nothing of the event but its note is stored then
 */
export async function processEvent(passage: Passage, handlers: readonly Handler[]): Promise<Result> {
  const [first, ...others] = subjectsOf(passage.event, Date.now() / 1000);
  // Whether the event is a duplicate is known before anything else is asked of Stripe.
  let subject = first && others.length > 0 ? { type: first.type, id: first.id } : first;
  for (let attempt = 0; attempt < PATIENCE; attempt++) {
    const taken = await attemptEvent(passage, subject, handlers);
    if (taken.status === "processed") return taken.fresh ? "processed" : "duplicate";
    if (!subject) break;
    passage.noted = true;
    if (attempt === 0) for (const { type, id } of others) await mirrorFetched(type, id);
    const seen = { ...(await fetchObject(subject.type, subject.id)), seen: taken.revision };
    subject = { type: subject.type, id: subject.id, seen };
  }
  throw new Unsettled(passage.event.id);
}

async function attemptEvent(
  passage: Passage,
  subject: Subject | undefined,
  handlers: readonly Handler[],
): Promise<Taken> {
  const { event } = passage;
  const listening = handlers.filter(({ concerns }) => concerns(event));
  if (listening.length === 0) {
    return isGrouped(passage, subject) ? takeTogether({ passage, subject }) : takeEvent(db, passage, subject);
  }
  const sent: Promise<unknown>[] = [];
  try {
    return await db.transaction(async (tx) => {
      const send = ({ text, parameters }: Statement) => {
        const running = runPrepared(tx, text, parameters);
        // Looked at once the transaction has failed by it.
        running.catch(() => {});
        sent.push(running);
      };
      const taken = await takeEvent(tx, passage, subject);
      if (!taken.fresh) return taken;
      const begun = performance.now();
      const mirrored = taken.newer ?? subject?.seen?.document ?? null;
      for (const handler of listening) await handler.run({ event, mirrored, tx, send });
      // What was only sent has taken no time yet.
      if (performance.now() - begun >= 1) send(durationOf(passage));
      return taken;
    });
  } catch (error) {
    // What was sent without a wait may be the cause of what has been thrown.
    await Promise.all(sent);
    throw error;
  }
}
