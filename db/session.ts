import postgres, { type Sql } from "postgres";
import { env } from "@/lib/env";

/**
 * A connection of one's own, for what belongs to a session: locks, temporary tables. Where it is lost, what
 * follows runs in a new session, without them. One reserved from the pool can't do this: postgres.js goes on
 * sending to it once it is lost, which throws where nobody can catch it, and gives it back as if it were whole.
 *
 * What PostgreSQL's types are isn't asked of it, since that question's failure would be nobody's and end the process: arrays
 * are given as text. End it when done.
 */
export function openSession(url = env().DATABASE_URL): Sql {
  return postgres(url, { max: 1, max_lifetime: null, fetch_types: false, onnotice: () => {} });
}
