import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits.
 *
 * @throws the signal's own reason as soon as it calls the wait off, where Node would throw an error of its own
 */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
