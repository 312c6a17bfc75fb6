import type { Sql } from "postgres";
import { openSession } from "@/db/session";

/** The same work is under way already, here or in another process. */
export class AlreadyUnderWay extends Error {
  override name = "AlreadyUnderWay";
  constructor(readonly what: string) {
    super(`The ${what} is under way already, perhaps as a scheduled job.`);
  }
}

/** Keeps our locks apart from others' on the same database. */
const SPACE = 7_283_645;

/**
 * Does something that nobody else does meanwhile, in any process on this database. A process that dies gives the
 * lock back by that.
 *
 * @param work is given the connection that holds the lock, for temporary tables
 * @throws AlreadyUnderWay, and what `work` throws
 */
export async function alone<T>(what: string, work: (connection: Sql) => Promise<T>): Promise<T> {
  const connection = openSession();
  try {
    const [lock] = await connection<{ taken: boolean }[]>`
      select pg_try_advisory_lock(${SPACE}::int, hashtext(${what})) as taken`;
    if (!lock?.taken) throw new AlreadyUnderWay(what);
    try {
      return await work(connection);
    } finally {
      await connection`select pg_advisory_unlock(${SPACE}::int, hashtext(${what}))`.catch(() => {});
    }
  } finally {
    await connection.end({ timeout: 5 });
  }
}
