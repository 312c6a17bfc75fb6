import { invalidRequest } from "../../core/errors";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { inOrder } from "../in-order";
import { UPDATE_EVENTS } from "../subscriptions/update-events";
import { refuseUnbuilt } from "../unbuilt";
import { changedSettings } from "./default-settings";
import { followSchedule } from "./follow";
import type { Phase, Schedule } from "./phase";
import { queueSchedule } from "./queue";
import { readPhases } from "./read-phases";
import { refuseUnbuiltEnd } from "./refuse-unbuilt-end";
import { refuseEnded } from "./release";

type Params = ParamsOf<"subscriptionSchedules.update">;

/**
 * Changes a schedule; what that changes about the phase that runs is done to the subscription at once, billed as
 * the request's `proration_behavior` says. Emits `subscription_schedule.updated`, and what the subscription's
 * change brings. https://docs.stripe.com/api/subscription_schedules/update
 */
export function updateSchedule(work: Work, schedule: Schedule, params: Params): Schedule {
  refuseEnded(schedule, "update");
  refuseUnbuilt(params, ["pause_schedules"]);
  refuseUnbuiltEnd(params.end_behavior);
  inOrder<void>(
    work,
    () => UPDATE_EVENTS,
    (noted) => change(noted, schedule, params),
  );
  return work.store.must("subscription_schedule", schedule.id);
}

function change(work: Work, schedule: Schedule, params: Params): void {
  const before = work.snapshot(schedule);
  const phases = params.phases ? phasesAfter(work, schedule, params.phases) : schedule.phases;
  const told = work.store.update("subscription_schedule", schedule.id, {
    default_settings: changedSettings(
      work,
      schedule.customer,
      schedule.default_settings,
      params.default_settings,
    ),
    end_behavior: params.end_behavior ?? schedule.end_behavior,
    metadata: mergeMetadata(schedule.metadata, params.metadata),
    phases,
  });
  const followed = followSchedule(work, schedule, told, params.proration_behavior ?? "create_prorations");
  work.emit("subscription_schedule.updated", followed, before);
  queueSchedule(work, followed);
}

/** The phases of a request, after those that are past and needn't be given. */
function phasesAfter(
  work: Work,
  schedule: Schedule,
  params: NonNullable<Params["phases"]>,
): readonly Phase[] {
  const customer = work.store.must("customer", schedule.customer);
  const now = work.now(schedule.test_clock);
  const start = schedule.current_phase?.start_date ?? schedule.phases[0]?.start_date ?? now;
  const subscription = work.store.get("subscription", schedule.subscription ?? "");
  const anchor = subscription?.billing_cycle_anchor ?? start;
  const given = readPhases(work, customer, params, { anchor, now, start });
  const first = given[0]?.start_date ?? start;
  const past = schedule.phases.filter((phase) => phase.end_date <= first);
  if (schedule.status === "active") refuseGap(schedule, given, now);
  return [...past, ...given];
}

/** The phases of a schedule that runs must say what holds now, from where a phase of it began. */
function refuseGap(schedule: Schedule, given: readonly Phase[], now: number): void {
  const first = given[0]?.start_date ?? now;
  const begins = first === now || schedule.phases.some((phase) => phase.start_date === first);
  if (!begins) {
    throw invalidRequest("The start date of the current phase can't be changed.", {
      param: "phases[0][start_date]",
    });
  }
  if (given.some((phase) => phase.start_date <= now && now < phase.end_date)) return;
  throw invalidRequest("One of the phases must be the one that runs now.", { param: "phases" });
}
