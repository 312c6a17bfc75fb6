import { isOfState } from "./sqlstate";

/** How often somebody is let try who PostgreSQL has ended for another's sake. */
const TRIES = 3;

const DEADLOCK = "40P01";

/**
 * Does something again where PostgreSQL has ended its transaction because that and another waited for each other: nothing of
 * it is stored, and the other is gone by.
 * https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS
 *
 * @param work a whole transaction, with nothing outside of it that may not be done twice
 * @throws what it throws, a third deadlock as well
 */
export async function despiteDeadlocks<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !isOfState(error, DEADLOCK)) throw error;
    }
  }
}
