import { nextInvoice, nothingUpcoming } from "../../billing/invoices/preview";
import { createSchedule } from "../../billing/schedules/create";
import type { Schedule } from "../../billing/schedules/phase";
import { refuseEnded } from "../../billing/schedules/release";
import { startSchedule } from "../../billing/schedules/start";
import { updateSchedule } from "../../billing/schedules/update";
import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";

type Details = NonNullable<ParamsOf<"invoices.createPreview">["schedule_details"]>;

/** The invoice that comes next of a schedule that is there, changed as the details say. */
export function ofSchedule(work: Work, schedule: Schedule, details: Details | undefined): Held<"invoice"> {
  refuseEnded(schedule, "preview");
  const before = latestOf(work, schedule);
  const { billing_mode: _mode, ...changes } = details ?? {};
  const told = details ? updateSchedule(work, schedule, changes) : schedule;
  const billed = latestOf(work, told);
  return billed === null || billed === before ? ofNext(work, told) : work.store.must("invoice", billed);
}

/** The first invoice of a schedule that would be made for a customer. */
export function ofNewSchedule(
  work: Work,
  customer: string,
  { end_behavior, phases = [] }: Details,
): Held<"invoice"> {
  const [{ start_date: start } = {}] = phases;
  const schedule = createSchedule(work, {
    customer,
    phases: phases.map(({ end_date: end, trial_end: trialEnd, ...phase }) => ({
      ...phase,
      ...(end === undefined ? {} : { end_date: toCome(end, "end_date") }),
      ...(trialEnd === undefined ? {} : { trial_end: toCome(trialEnd, "trial_end") }),
    })),
    ...(end_behavior === undefined ? {} : { end_behavior }),
    ...(start === undefined ? {} : { start_date: start }),
  });
  const billed = latestOf(work, schedule);
  return billed === null ? ofNext(work, schedule) : work.store.must("invoice", billed);
}

/** What hasn't begun can't end now. */
function toCome(time: number | "now", name: string): number {
  if (time !== "now") return time;
  throw invalidRequest(`A phase of a schedule that is to be made can't have the ${name} \`now\`.`, {
    param: `schedule_details[phases][0][${name}]`,
  });
}

function ofNext(work: Work, schedule: Schedule): Held<"invoice"> {
  const start = schedule.phases[0]?.start_date ?? 0;
  const begun =
    schedule.subscription === null ? startSchedule({ ...work, now: () => start }, schedule) : schedule;
  if (begun === schedule) {
    return nextInvoice(work, work.store.must("subscription", schedule.subscription ?? ""));
  }
  const first = latestOf(work, begun);
  if (first === null) throw nothingUpcoming(schedule.customer);
  return work.store.must("invoice", first);
}

function latestOf(work: Work, { subscription }: Schedule): string | null {
  return subscription === null ? null : work.store.must("subscription", subscription).latest_invoice;
}
