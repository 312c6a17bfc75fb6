import { type Executor, runPrepared } from "@/db/prepared";

/** Some at a time, along their dates: however many there are, each statement is answered soon. */
const statement = `
with gone as (
  delete from job_keys where key in (
    select key from job_keys k
    where created_at >= $2::text::timestamptz and created_at < now() - interval '1 day' * $1::float8
      and not exists (select from graphile_worker.jobs where jobs.key = k.key)
    order by created_at limit 5000
  ) returning created_at
)
select max(created_at)::text as last from gone`;

/**
 * Forgets keys of jobs that were asked for more than `days` days ago and have left the queue. Stripe can repeat an
 * event for 30 days, which is why a key isn't forgotten with its job.
 */
export async function forgetKeys(on: Executor, days: number): Promise<void> {
  if (!(days >= 30)) throw new RangeError("Keys of jobs are kept for 30 days or more.");
  for (let from: string | null = "-infinity"; from !== null; ) {
    const [gone]: { last: string | null }[] = await runPrepared(on, statement, [days, from]);
    from = gone?.last ?? null;
  }
}
