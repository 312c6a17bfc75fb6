import { type Executor, runPrepared, type Statement } from "@/db/prepared";
import type { Job } from "./job";

/**
 * A key is written down in `job_keys` for longer than its job waits, so the queue never holds it already. Told so by
 * `unsafe_dedupe`, it inserts a row and leaves out its search for others of that key, for which PostgreSQL, that takes the
 * queue for as short as it mostly is, reads all jobs that wait.
 */
const once = "job_key_mode => 'unsafe_dedupe'";

const statement = `
with asked as (insert into job_keys (key) values ($3::text) on conflict do nothing returning key)
select graphile_worker.add_job($1::text, $2::text::json, max_attempts => $4::int, job_key => key, ${once})::text as job
from asked`;

/**
 * Asks for a job, once for a key, in one round trip. The job runs after `on` has committed and never if it is rolled
 * back; asked for again with the same key, now or after the job is done, nothing is added.
 *
 * @param on usually the transaction of what gives rise to the job, such as a webhook handler's `tx`
 * @param key what the job is done once for: the id of an event, or of the object where several events may tell of it
 * @returns whether the job was new
 * @throws where the payload isn't of the job's shape
 */
export async function enqueue<Payload>(
  on: Executor,
  job: Job<Payload>,
  payload: NoInfer<Payload>,
  options: { key: string },
): Promise<boolean> {
  const { text, parameters } = enqueuing(job, payload, options);
  return (await runPrepared(on, text, parameters)).length > 0;
}

/**
 * What `enqueue` does, for a transaction that needs no answer.
 *
 * @throws where the payload isn't of the job's shape
 */
export function enqueuing<Payload>(
  job: Job<Payload>,
  payload: NoInfer<Payload>,
  { key }: { key: string },
): Statement {
  const text = JSON.stringify(job.payload.parse(payload));
  return { text: statement, parameters: [job.name, text, `${job.name}:${key}`, job.attempts] };
}

/**
 * For the `with` of a statement: asks for a job, as `enqueue` does, for each row of another part of it. The statement
 * has to read `enqueued`, or PostgreSQL leaves it out.
 *
 * @param from the part; its columns are `key` and `payload` (json, of the job's shape)
 */
export function enqueuedFor<Payload>({ name, attempts }: Job<Payload>, from: string): string {
  return `asked as (
  insert into job_keys (key) select '${name}:' || key from ${from} on conflict do nothing returning key
), enqueued as materialized (
  select graphile_worker.add_job('${name}', payload, max_attempts => ${attempts}, job_key => asked.key, ${once}) as job
  from asked join ${from} f on asked.key = '${name}:' || f.key
)`;
}
