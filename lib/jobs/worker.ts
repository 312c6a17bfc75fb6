import { EventEmitter } from "node:events";
import { type JobHelpers, run, type TaskList, type WorkerEvents, type WorkerPool } from "graphile-worker";
import type { Pool } from "pg";
import { openPgPool } from "@/db/pg-pool";
import { failureOf } from "./failure";
import type { Job } from "./job";
import { jobLog } from "./log";
import { keepPresence } from "./presence";
import { cronItems, dropEarlier, isByClock, type Scheduled } from "./scheduled";

export type WorkerOptions = {
  /** The database's address. */
  url: string;
  jobs: readonly Job<unknown>[];
  schedule?: readonly Scheduled[];
  /** How many jobs at once. */
  concurrency?: number;
  /** Milliseconds between looks for workers that have died. */
  beat?: number;
};

export type Worker = {
  /** Resolves when the worker has ended, by `stop` or because it couldn't go on. */
  ended: Promise<void>;
  /**
   * Takes no more jobs and waits for those that run.
   *
   * @param patience milliseconds, after which what still runs is given back to the queue, to be tried again
   */
  stop(patience: number): Promise<void>;
};

/**
 * Begins to run jobs. Any number of workers, in any number of processes, share the work.
 *
 * @throws where the database can't be reached
 */
export async function startWorker({
  url,
  jobs,
  schedule = [],
  concurrency = 4,
  beat = 4_000,
}: WorkerOptions): Promise<Worker> {
  const stopping = new AbortController();
  const events: WorkerEvents = new EventEmitter();
  let pool: WorkerPool | undefined;
  events.once("pool:create", ({ workerPool }) => {
    pool = workerPool;
  });
  const pgPool = connections(url, concurrency + 2);
  const runner = await run({
    ...{ pgPool, concurrency, events, logger: jobLog, noHandleSignals: true },
    taskList: tasks(jobs, stopping.signal),
    parsedCronItems: cronItems(schedule),
    // Done and failed jobs are noted before a stop is complete.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  }).catch(async (error) => {
    await pgPool.end();
    throw error;
  });
  const leave = pool && keepPresence(url, pool.id, beat);
  const ended = runner.promise
    .catch(() => {})
    .then(() => Promise.all([leave?.(), pgPool.end()]))
    .then(() => {});
  const giveBack = async () => pool?.forcefulShutdown("The worker was stopped in the middle of it.");
  return {
    ended,
    async stop(patience) {
      stopping.abort();
      const late = setTimeout(() => giveBack().catch(() => {}), patience);
      await runner.stop().catch(() => {});
      await ended;
      clearTimeout(late);
    },
  };
}

/** What PostgreSQL calls a worker's connections in pg_stat_activity. */
export const CONNECTION_NAME = "gatehouse worker";

/**
 * A worker's connections. The queue's own pool stops listening for their errors when a worker gives up, while those that
 * are still open can break, and an error that nobody hears ends the process.
 */
function connections(address: string, max: number): Pool {
  const pool = openPgPool(address, { max, application_name: CONNECTION_NAME });
  pool.on("error", (error) => console.error(`Jobs: a connection broke: ${error.message}`));
  return pool;
}

function tasks(jobs: readonly Job<unknown>[], signal: AbortSignal): TaskList {
  return Object.fromEntries(
    jobs.map(({ name, run }) => [
      name,
      async (payload: unknown, { job, query }: JobHelpers) => {
        if (isByClock(job)) await query(dropEarlier, [name]);
        try {
          await run(payload, { attempt: job.attempts, signal });
        } catch (thrown) {
          throw failureOf(thrown);
        }
      },
    ]),
  );
}
