import { type Executor, runPrepared } from "@/db/prepared";

const statement = `
delete from job_keys where created_at < now() - interval '1 day' * $1::float8
  and not exists (select from graphile_worker.jobs where jobs.key = job_keys.key)`;

/**
 * Forgets keys of jobs that were asked for more than `days` days ago and have left the queue. Stripe can repeat an
 * event for 30 days, which is why a key isn't forgotten with its job.
 */
export async function forgetKeys(on: Executor, days: number): Promise<void> {
  if (!(days >= 30)) throw new RangeError("Keys of jobs are kept for 30 days or more.");
  await runPrepared(on, statement, [days]);
}
