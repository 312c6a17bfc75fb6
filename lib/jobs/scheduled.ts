import { type Job as JobRow, type ParsedCronItem, parseCronItem } from "graphile-worker";
import type { Job } from "./job";

/** A job that is done by the clock. */
export type Scheduled = { cron: string; job: string; attempts: number; payload: Record<string, unknown> };

/**
 * A line of a schedule.
 *
 * @param cron minute, hour, day, month, weekday in UTC: "17 3 * * *" is 03:17 every day
 */
export function at<Payload extends Record<string, unknown>>(
  cron: string,
  job: Job<Payload>,
  payload: NoInfer<Payload>,
): Scheduled {
  return { cron, job: job.name, attempts: job.attempts, payload };
}

/**
 * The schedule as the queue takes it. However many workers there are, each line adds one job when its time comes,
 * takes the place of one that still waits, and doesn't run beside one that isn't done yet.
 */
export function cronItems(schedule: readonly Scheduled[]): ParsedCronItem[] {
  return schedule.map(({ cron, job, attempts, payload }) =>
    parseCronItem({
      ...{ match: cron, task: job, identifier: job, payload },
      options: { queueName: job, jobKey: keyOf(job), maxAttempts: attempts },
    }),
  );
}

/** Whether a job in the queue was put there by the clock. */
export function isByClock({ key, task_identifier: name }: Pick<JobRow, "key" | "task_identifier">): boolean {
  return key === keyOf(name);
}

/**
 * Drops what earlier times have left behind as dead letters: the time that has come now does their work.
 * Parameters: 1 the job's name.
 */
export const dropEarlier = `
select graphile_worker.complete_jobs(array(
  select id from graphile_worker.jobs
  where task_identifier = $1 and queue_name = $1 and key is null and attempts >= max_attempts and locked_at is null))`;

function keyOf(job: string): string {
  return `${job}:schedule`;
}
