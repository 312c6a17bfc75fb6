import { keepWorker } from "./keep-worker";
import type { WorkerOptions } from "./worker";

/** Development reloads modules; its worker is one for the process all the same. */
const kept: typeof globalThis & { gatehouseWorker?: ReturnType<typeof keepWorker> } = globalThis;

const signals = ["SIGTERM", "SIGINT"] as const;

/**
 * Runs a worker in this process until the process is told to end (SIGTERM, SIGINT), and lets it finish before anybody
 * else hears of the signal: Next would leave as soon as its own requests are done. Called again, it does nothing.
 *
 * @param patience milliseconds that running jobs have to come to their end
 * @param leave what to do afterwards where nobody else listens
 */
export function runWorkerHere(options: WorkerOptions, patience: number, leave?: () => void): void {
  if (kept.gatehouseWorker) return;
  const stop = keepWorker(options);
  kept.gatehouseWorker = stop;
  for (const signal of signals) {
    const others = process.listeners(signal);
    process.removeAllListeners(signal);
    process.once(signal, async () => {
      await stop(patience);
      for (const listener of others) listener(signal);
      leave?.();
    });
  }
}
