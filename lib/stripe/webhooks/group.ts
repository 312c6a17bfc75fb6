import { isConnectionLost } from "@/db/connection";
import type { Executor } from "@/db/prepared";
import { MOST, often } from "./group-statement";
import type { Taken } from "./ledger";
import { type Companion, type Taking, take, takeTogether } from "./take";

/** Statements under way at once, before what arrives waits. */
export const LANES = 2;

/** Events that are worth a statement of their own, so that they needn't wait for all that arrives with them to be read. */
export const CROWD = 16;

/** Statements under way at once while so many wait: which of them are answered is seen only once all have been read. */
export const CROWDED_LANES = 6;

/** Milliseconds after which a statement, which must be waiting for somebody's lock, holds up nobody any more. */
const PATIENCE = 100;

/** Characters in a group at most, however many events they are. */
const LENGTH = 250_000;

type Waiting = Companion & { resolve: (taken: Taken) => void; reject: (error: unknown) => void };

/** Whether an event can be taken in together with others: it comes often, and has all with it that is needed. */
export function isCompanion(taking: Taking): taking is Companion {
  const { passage, subject } = taking;
  const payload: unknown = passage.event.data.object;
  return subject?.seen !== undefined && subject.seen.document === payload && often.includes(subject.type);
}

/**
 * Makes what takes events in as they come, each as `takeEvent` does. One that finds nothing under way goes at once: senders
 * who are answered together come back together, and PostgreSQL is busy with the first while the others are read. Those go
 * together, and so do those that arrive while all lanes are taken: in one statement, and so in one commit. The more come,
 * the less each costs. Of a crowd the first part goes before the last has been read, so that neither PostgreSQL nor Node
 * waits for the other to be done with all of it.
 *
 * What PostgreSQL or a handler refuses is refused to the event that it is about: each of the group is then tried by itself.
 * When the database says nothing any more, all of them fail: nobody waits twice.
 */
export function grouping(on: Executor): (companion: Companion) => Promise<Taken> {
  let waiting: Waiting[] = [];
  let underWay = 0;

  return (companion) =>
    new Promise((resolve, reject) => {
      waiting.push({ ...companion, resolve, reject });
      if (underWay === 0 || waiting.length >= CROWD) sendNext();
      // Once all that has arrived by now has been read.
      else setImmediate(sendNext);
    });

  function sendNext(): void {
    const lanes = waiting.length < CROWD ? LANES : CROWDED_LANES;
    if (underWay >= lanes || waiting.length === 0) return;
    const { group, rest } = parted(waiting);
    // Many about one object would only wait for each other.
    if (underWay >= LANES && group.length < CROWD) return;
    waiting = rest;
    underWay++;
    let isCounted = true;
    const makeRoom = () => {
      clearTimeout(timer);
      if (isCounted) underWay--;
      isCounted = false;
      sendNext();
    };
    const timer = setTimeout(makeRoom, PATIENCE);
    takeAll(on, group).finally(makeRoom);
  }
}

/** Those who have waited longest, each event and each object once; and the others. */
function parted(waiting: readonly Waiting[]): { group: Waiting[]; rest: Waiting[] } {
  const group: Waiting[] = [];
  const rest: Waiting[] = [];
  const present = new Set<string>();
  let length = 0;
  for (const one of waiting) {
    const { passage, subject } = one;
    const names = [passage.event.id, `${subject.type} ${subject.id}`];
    length += passage.text.length;
    const isFull = group.length === MOST || (group.length > 0 && length > LENGTH);
    if (isFull || names.some((name) => present.has(name))) {
      rest.push(one);
    } else {
      group.push(one);
    }
    // One that waits for another of the same name goes before all that come after it.
    for (const name of names) present.add(name);
  }
  return { group, rest };
}

/** Answers each of a group, and never throws. */
async function takeAll(on: Executor, group: readonly Waiting[]): Promise<void> {
  try {
    if (group.length > 1) {
      const taken = await takeTogether(on, group);
      for (const [n, answer] of taken.entries()) group[n]?.resolve(answer);
      return;
    }
  } catch (error) {
    if (isConnectionLost(error)) {
      for (const { reject } of group) reject(error);
      return;
    }
  }
  await Promise.all(group.map((one) => take(on, one).then(one.resolve, one.reject)));
}
