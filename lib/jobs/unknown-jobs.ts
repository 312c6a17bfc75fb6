import { type Executor, runPrepared } from "@/db/prepared";

/** A job that waits under a name by which none is declared: a worker takes those alone whose name it knows. */
export type UnknownJob = {
  id: string;
  job: string;
  key: string | null;
  /** When the job was asked for. */
  askedAt: Date;
};

/** Parameters: 1 the names that are known, as JSON. What a worker of another release holds is known to that one. */
const unknown = `
from graphile_worker.jobs where attempts < max_attempts and locked_at is null
  and task_identifier not in (select json_array_elements_text($1::text::json))`;

const listStatement = `
select id::text, task_identifier as job, key, to_json(created_at) #>> '{}' as "askedAt"
${unknown} order by id desc limit $2::int`;

const dropStatement = `
select id::text from graphile_worker.complete_jobs(
  array(select id ${unknown} and id::text = any(string_to_array($2::text, ','))))`;

/**
 * The jobs that wait for ever, the latest first.
 *
 * @param known the names of all jobs that are declared
 */
export async function unknownJobs(
  on: Executor,
  known: readonly string[],
  limit = 100,
): Promise<UnknownJob[]> {
  const rows = await runPrepared<Omit<UnknownJob, "askedAt"> & { askedAt: string }>(on, listStatement, [
    JSON.stringify(known),
    limit,
  ]);
  return rows.map((row) => ({ ...row, askedAt: new Date(row.askedAt) }));
}

/**
 * Takes jobs of unknown names out of the queue for good.
 *
 * @returns the ids of those that were there, and of unknown names
 */
export async function dropUnknownJobs(
  on: Executor,
  known: readonly string[],
  ids: readonly string[],
): Promise<string[]> {
  const rows = await runPrepared<{ id: string }>(on, dropStatement, [JSON.stringify(known), ids.join(",")]);
  return rows.map(({ id }) => id);
}
