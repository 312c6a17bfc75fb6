import { type Executor, runPrepared } from "@/db/prepared";

/** A job that has run out of attempts. It stays in the queue until it is retried or dropped. */
export type DeadLetter = {
  id: string;
  job: string;
  key: string | null;
  attempts: number;
  /** The message of the last attempt's error; null where the worker died in it. */
  lastError: string | null;
  /** When the job was asked for. */
  askedAt: Date;
};

const dead = "attempts >= max_attempts and locked_at is null";

const listStatement = `
select id::text, task_identifier as job, key, attempts::int, last_error as "lastError",
  to_json(created_at) #>> '{}' as "askedAt"
from graphile_worker.jobs where ${dead} order by id desc limit $1::int`;

/** Without ids, all of them. */
const chosen = `
from graphile_worker.jobs where ${dead} and ($1::text is null or id::text = any(string_to_array($1::text, ',')))`;

const retryStatement = `
select id::text from graphile_worker.reschedule_jobs(
  array(select id ${chosen}), run_at => now(), attempts => 0)`;

const dropStatement = `select id::text from graphile_worker.complete_jobs(array(select id ${chosen}))`;

/** The jobs that have run out of attempts, the latest first. */
export async function deadLetters(on: Executor, limit = 100): Promise<DeadLetter[]> {
  const rows = await runPrepared<Omit<DeadLetter, "askedAt"> & { askedAt: string }>(on, listStatement, [
    limit,
  ]);
  return rows.map((row) => ({ ...row, askedAt: new Date(row.askedAt) }));
}

/**
 * Gives dead letters all their attempts again, from now on.
 *
 * @param ids which of them; all when left out
 * @returns the ids of those that were dead letters
 */
export function retryDeadLetters(on: Executor, ids?: readonly string[]): Promise<string[]> {
  return change(on, retryStatement, ids);
}

/** Takes dead letters out of the queue for good. Parameters and result as of `retryDeadLetters`. */
export function dropDeadLetters(on: Executor, ids?: readonly string[]): Promise<string[]> {
  return change(on, dropStatement, ids);
}

async function change(on: Executor, statement: string, ids?: readonly string[]): Promise<string[]> {
  const rows = await runPrepared<{ id: string }>(on, statement, [ids ? ids.join(",") : null]);
  return rows.map(({ id }) => id);
}
