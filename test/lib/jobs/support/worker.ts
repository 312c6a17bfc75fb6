import { afterEach, vi } from "vitest";
import { startWorker, type Worker, type WorkerOptions } from "@/lib/jobs/worker";

/** Starts workers on a test file's database; what still runs when a test ends is stopped. */
export function useWorkers(database: { url: string }) {
  const running = new Set<Worker>();
  afterEach(async () => {
    await Promise.all([...running].map((worker) => worker.stop(300)));
    running.clear();
  });
  // What the queue has to say about jobs that fail on purpose.
  vi.spyOn(console, "error").mockImplementation(() => {});
  return async (options: Omit<WorkerOptions, "url">): Promise<Worker> => {
    const worker = await startWorker({ url: database.url, beat: 50, ...options });
    running.add(worker);
    worker.ended.then(() => running.delete(worker));
    return worker;
  };
}
