import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { job } from "@/lib/jobs/job";

/** A job that notes what it is told, and then does `work`. */
export function noting(name: string, work: (number: number) => Promise<void> = async () => {}, attempts = 5) {
  const seen: number[] = [];
  const declared = job(name, {
    payload: z.object({ number: z.number() }),
    attempts,
    run: async ({ number }) => {
      seen.push(number);
      await work(number);
    },
  });
  const ask = (number: number) => enqueue(db, declared, { number }, { key: String(number) });
  return { seen, job: declared, ask };
}

/** The jobs of these names that are in the queue, running or not. */
export function queued(...names: string[]) {
  return db.execute<{ id: string; attempts: number; wait: number; held: boolean }>(sql`
    select id::text, attempts::int, extract(epoch from run_at - now())::float8 as wait, locked_at is not null as held
    from graphile_worker.jobs where task_identifier in ${names} order by id`);
}

/** Ends the wait of a name's jobs. */
export async function makeDue(name: string): Promise<void> {
  await db.execute(sql`select graphile_worker.reschedule_jobs(array(
    select id from graphile_worker.jobs where task_identifier = ${name}), run_at => now())`);
  await nudge();
}

/** Has every worker look for jobs now instead of in two seconds. */
export async function nudge(): Promise<void> {
  await db.execute(sql`select pg_notify('jobs:insert', '{"count": 10}')`);
}
