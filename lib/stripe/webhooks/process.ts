import { db } from "@/db/client";
import { fetchObject } from "../mirror/fetch";
import { mirrorFetched, PATIENCE, Unsettled } from "../mirror/mirror";
import { grouping, isCompanion } from "./group";
import type { Result } from "./hooks";
import type { Passage, Taken } from "./ledger";
import type { Handler } from "./on";
import { type Subject, subjectsOf } from "./subject";
import { take } from "./take";

const takeAsItComes = grouping(db);

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

/** Together with others where that is possible. */
function attemptEvent(
  passage: Passage,
  subject: Subject | undefined,
  handlers: readonly Handler[],
): Promise<Taken> {
  const concerned = handlers.filter(({ concerns }) => concerns(passage.event));
  const taking = { passage, subject, handlers: concerned };
  return isCompanion(taking) ? takeAsItComes(taking) : take(db, taking);
}
