import { type ParsedCronItem, parseCronItem } from "graphile-worker";
import type { Job } from "./job";

/** A job that is done by the clock. */
export type Scheduled = { cron: string; job: string; payload: Record<string, unknown> };

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
  return { cron, job: job.name, payload };
}

/**
 * The schedule as the queue takes it. However many workers there are, each line adds one job when its time comes,
 * takes the place of one that still waits, and doesn't run beside one that isn't done yet.
 */
export function cronItems(schedule: readonly Scheduled[]): ParsedCronItem[] {
  return schedule.map(({ cron, job, payload }) =>
    parseCronItem({
      ...{ match: cron, task: job, identifier: job, payload },
      options: { queueName: job, jobKey: `${job}:schedule` },
    }),
  );
}
