import { invalidRequest } from "../../core/errors";
import type { Work } from "../../core/work";
import { goesOn } from "../subscriptions/cancel-at";
import { scheduleBoundary } from "../subscriptions/schedule";
import { GOVERNS, type Schedule } from "./phase";
import { forgetSchedule } from "./queue";

/**
 * Lets a schedule's subscription go on by itself; an end that the schedule set is taken back unless it is to be
 * kept. Emits `subscription_schedule.released` and `customer.subscription.updated`.
 * https://docs.stripe.com/api/subscription_schedules/release
 */
export function releaseSchedule(
  work: Work,
  schedule: Schedule,
  { preserveCancelDate }: { readonly preserveCancelDate: boolean },
): Schedule {
  refuseEnded(schedule, "release");
  forgetSchedule(work, schedule.id);
  const released = work.store.update("subscription_schedule", schedule.id, {
    current_phase: null,
    released_at: work.now(schedule.test_clock),
    released_subscription: schedule.subscription,
    status: "released",
    subscription: null,
  });
  work.emit("subscription_schedule.released", released);
  if (schedule.subscription === null) return released;
  const subscription = work.store.must("subscription", schedule.subscription);
  const before = work.snapshot(subscription);
  const endsWithIt = schedule.end_behavior === "cancel" && !preserveCancelDate;
  const free = work.store.update("subscription", subscription.id, {
    ...(endsWithIt ? goesOn(subscription) : {}),
    schedule: null,
  });
  work.emit("customer.subscription.updated", free, before);
  scheduleBoundary(work, free);
  return released;
}

/** Refuses to do something to a schedule that is over. */
export function refuseEnded({ status }: Schedule, verb: "cancel" | "preview" | "release" | "update"): void {
  if (GOVERNS[status]) return;
  throw invalidRequest(
    `You cannot ${verb} a subscription schedule that is currently in the \`${status}\` status. It must be in one of the following statuses: \`not_started\`, \`active\`.`,
  );
}
