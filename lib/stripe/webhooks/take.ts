import type { Transaction } from "@/db/client";
import { despiteDeadlocks } from "@/db/deadlock";
import { type Executor, runPrepared, type Statement } from "@/db/prepared";
import { type Carrying, durationOf, type Passage, type Taken, takeEvent, takeEvents } from "./ledger";
import type { Handler } from "./on";
import type { Subject } from "./subject";

/** An event to be taken in, and the handlers that it concerns. */
export type Taking = { passage: Passage; subject: Subject | undefined; handlers: readonly Handler[] };

/** One that carries its object's content, so that it can be taken in together with others. */
export type Companion = Taking & Carrying;

/** Takes an event in and has its handlers react: all of it, or nothing. */
export function take(on: Executor, taking: Taking): Promise<Taken> {
  const { passage, subject, handlers } = taking;
  return despiteDeadlocks(() => {
    if (handlers.length === 0) return takeEvent(on, passage, subject);
    return reacting(on, async (tx, react) => {
      const taken = await takeEvent(tx, passage, subject);
      await react(taking, taken);
      return taken;
    });
  });
}

/**
 * Takes several in by one statement, and has their handlers react in the same transaction, one event's after another's: all
 * of it, or nothing. Where none has a handler, the statement is its own transaction.
 *
 * @param companions each event and each object once, all of types that come often
 * @returns an answer for each, in their order
 */
export async function takeTogether(on: Executor, companions: readonly Companion[]): Promise<Taken[]> {
  if (companions.every(({ handlers }) => handlers.length === 0)) return takeEvents(on, companions);
  return reacting(on, async (tx, react) => {
    const all = await takeEvents(tx, companions);
    for (const [n, companion] of companions.entries()) await react(companion, all[n]);
    return all;
  });
}

type React = (taking: Taking, taken: Taken | undefined) => Promise<void>;

/** Opens a transaction, with what has an event's handlers react once the event is taken in. */
async function reacting<Result>(
  on: Executor,
  work: (tx: Transaction, react: React) => Promise<Result>,
): Promise<Result> {
  const sent: Promise<unknown>[] = [];
  try {
    return await on.transaction(async (tx) => {
      const send = ({ text, parameters }: Statement) => {
        const running = runPrepared(tx, text, parameters);
        // Looked at once the transaction has failed by it.
        running.catch(() => {});
        sent.push(running);
      };
      return work(tx, async ({ passage, subject, handlers }, taken) => {
        if (!taken?.fresh) return;
        const begun = performance.now();
        const mirrored = taken.newer ?? subject?.seen?.document ?? null;
        for (const handler of handlers) await handler.run({ event: passage.event, mirrored, tx, send });
        // What was only sent has taken no time yet.
        if (performance.now() - begun >= 1) send(durationOf(passage));
      });
    });
  } catch (error) {
    // What was sent without a wait may be the cause of what has been thrown.
    await Promise.all(sent);
    throw error;
  }
}
