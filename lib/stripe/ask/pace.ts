import { AsyncLocalStorage } from "node:async_hooks";
import { setMaxListeners } from "node:events";
import { pause } from "./pause";

/** How fast and how patiently Stripe is asked. */
export type Pace = {
  /** Waits for the next request's turn; rejects once the work has been called off. */
  turn(): Promise<void>;
  /** Holds every request back for so many milliseconds: Stripe has had enough of them. */
  hold(milliseconds: number): void;
  /** How often one request is made before its failure counts. */
  attempts: number;
  /** Milliseconds between two attempts at the most. */
  longestWait: number;
  signal?: AbortSignal;
};

const current = new AsyncLocalStorage<Pace>();

/** What a person or a webhook waits for: no limit of ours, and all attempts within a few seconds, but for Stripe's own time. */
const hurried: Pace = { turn: async () => {}, hold: () => {}, attempts: 4, longestWait: 4_000 };

/** The pace at which the work under way asks. */
export function pace(): Pace {
  return current.getStore() ?? hurried;
}

/**
 * Does something long at one pace: all requests to Stripe that come of it, however many are under way at once,
 * share one limit, and each is tried again for about half a minute before it fails.
 *
 * @param perSecond requests; `Infinity` for no limit
 * @param signal calls the work off: the next request throws the signal's reason
 */
export function paced<T>(
  { perSecond, signal }: { perSecond: number; signal?: AbortSignal | undefined },
  work: () => Promise<T>,
): Promise<T> {
  let free = 0;
  // Every request that waits listens to it.
  if (signal) setMaxListeners(0, signal);
  const made: Pace = {
    async turn() {
      signal?.throwIfAborted();
      const now = performance.now();
      const mine = Math.max(free, now);
      free = mine + 1_000 / perSecond;
      if (mine > now) await pause(mine - now, signal);
    },
    hold(milliseconds) {
      free = Math.max(free, performance.now() + milliseconds);
    },
    attempts: 8,
    longestWait: 20_000,
    ...(signal ? { signal } : {}),
  };
  return current.run(made, work);
}
