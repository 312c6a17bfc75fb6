import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { briefly } from "./log";
import { startWorker, type Worker, type WorkerOptions } from "./worker";

/** Milliseconds between two attempts to start. */
const PAUSE = 1_000;

/**
 * Keeps a worker running from now on: as soon as the database is there and migrated, and again when it had to give
 * up. Returns at once.
 *
 * @returns what ends it, with the patience that `Worker.stop` takes
 */
export function keepWorker(options: WorkerOptions): Worker["stop"] {
  let ask: (patience: number) => void = () => {};
  const asked = new Promise<number>((resolve) => {
    ask = resolve;
  });
  const kept = keep(options, asked);
  return (patience) => {
    ask(patience);
    // A start that waits for a database which isn't there has nothing to finish.
    return Promise.race([kept, sleep(patience + 500)]);
  };
}

async function keep(options: WorkerOptions, asked: Promise<number>): Promise<void> {
  let told = "";
  const tell = (error: unknown) => {
    if (String(error) !== told) console.error("Jobs: the worker can't start yet:", briefly(error));
    told = String(error);
  };
  for (;;) {
    const worker = await startOnce(options, tell);
    const ended = (async () => {
      await worker?.ended;
      await sleep(PAUSE);
    })();
    const patience = await Promise.race([asked, ended]);
    if (patience !== undefined) return worker?.stop(patience);
  }
}

async function startOnce(
  options: WorkerOptions,
  tell: (error: unknown) => void,
): Promise<Worker | undefined> {
  try {
    if (await isMigrated(options.url)) return await startWorker(options);
    tell("the database hasn't the newest schema: npm run db:migrate brings it.");
  } catch (error) {
    tell(error);
  }
  return undefined;
}

/** Whether the queue is there; our own tables are then, too. */
async function isMigrated(url: string): Promise<boolean> {
  // Types would be asked for behind our back, and that question's failure end the process.
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {}, connect_timeout: 5 });
  try {
    const [row] = await sql<{ there: boolean }[]>`
      select to_regclass('graphile_worker.jobs') is not null as there`;
    return row?.there ?? false;
  } finally {
    await sql.end();
  }
}
