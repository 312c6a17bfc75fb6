import type { Work } from "../../core/work";
import { endOf, type Schedule } from "./phase";

/** How long before its end a schedule is announced to be ending. https://docs.stripe.com/api/events/types#event_types-subscription_schedule.expiring */
const NOTICE = 7 * 86_400;

/** Queues what time alone will do to a schedule, in the place of what was queued before. */
export function queueSchedule(work: Work, schedule: Schedule): void {
  forgetSchedule(work, schedule.id);
  const { test_clock: clock, id: subject } = schedule;
  const start = schedule.phases[0]?.start_date;
  if (schedule.status === "not_started" && start !== undefined) {
    work.schedule({ at: start, clock, name: "schedule.start", subject });
  }
  const notice = endOf(schedule) - NOTICE;
  if (notice > work.now(clock)) work.schedule({ at: notice, clock, name: "schedule.expiring", subject });
}

/** Forgets all that was still to happen to a schedule. */
export function forgetSchedule(work: Work, id: string): void {
  for (const job of work.store.list("_job", "subject", id)) work.store.delete("_job", job.id);
}
