import { openSession } from "@/db/session";
import { briefly } from "./log";

/** The first half of the advisory locks that workers hold; the second is made of a worker's name. */
const LOCKS = 728_364;

/** How often a worker has to be found absent before its jobs are another's. */
const PATIENCE = 3;

/** By itself: in one statement with the look at the others it would be left out by some plans while there are none. */
const show = "select pg_try_advisory_lock($1::int, hashtext($2::text))";

const findAbsent = `
with others as materialized (
  select distinct locked_by from graphile_worker.jobs where locked_by <> $2::text
)
select locked_by as name from others where pg_try_advisory_xact_lock($1::int, hashtext(locked_by))`;

const giveBack = `
select graphile_worker.force_unlock_workers(array(select json_array_elements_text($1::text::json)))`;

/**
 * Shows that a worker lives, by a lock on a connection of its own that PostgreSQL lets go when the process dies, and
 * gives back the jobs of workers that don't. The queue itself would leave those alone for four hours.
 *
 * @param name the worker's in the queue
 * @param beat milliseconds between looks at the others; a dead worker's jobs are given back after three
 * @returns what ends it
 */
export function keepPresence(url: string, name: string, beat: number): () => Promise<void> {
  // A connection that is closed for its age would look like a death, which a session's never is.
  const sql = openSession(url);
  const absences = new Map<string, number>();
  let ended = false;
  let blind = false;
  let next: NodeJS.Timeout | undefined;
  const look = async () => {
    try {
      await sql.unsafe(show, [LOCKS, name]);
      const absent = await sql.unsafe<{ name: string }[]>(findAbsent, [LOCKS, name]);
      const dead = count(absences, new Set(absent.map((other) => other.name)));
      if (dead.length > 0) await sql.unsafe(giveBack, [JSON.stringify(dead)]);
      blind = false;
    } catch (error) {
      if (!ended && !blind) console.error("Jobs: the other workers can't be seen for now:", briefly(error));
      blind = true;
    }
    if (!ended) next = setTimeout(look, beat);
  };
  void look();
  return async () => {
    ended = true;
    clearTimeout(next);
    await sql.end({ timeout: 1 });
  };
}

/** Counts who is absent once more and forgets who is back; returns those absent for too long. */
function count(absences: Map<string, number>, absent: ReadonlySet<string>): string[] {
  for (const name of absences.keys()) if (!absent.has(name)) absences.delete(name);
  for (const name of absent) absences.set(name, (absences.get(name) ?? 0) + 1);
  return [...absences].filter(([, times]) => times >= PATIENCE).map(([name]) => name);
}
