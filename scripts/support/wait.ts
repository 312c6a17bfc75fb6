import { setTimeout as sleep } from "node:timers/promises";

/**
 * Asks again and again until there is an answer.
 *
 * @param probe returns `undefined` for "not yet"; a throw ends the waiting
 * @param milliseconds how long at most
 * @returns the first answer, or `undefined` when the time is over
 */
export async function until<T>(
  probe: () => T | undefined | Promise<T | undefined>,
  milliseconds: number,
): Promise<T | undefined> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined || performance.now() >= end) return answer;
    await sleep(20);
  }
}
