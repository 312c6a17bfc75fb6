import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { cancelSubscription } from "../subscriptions/cancel";
import type { Schedule } from "./phase";
import { forgetSchedule } from "./queue";
import { refuseEnded } from "./release";

/**
 * Ends a schedule and its subscription at once; unless told otherwise unused time is given back and what is
 * pending billed. Emits `subscription_schedule.canceled` before what the subscription's end brings.
 * https://docs.stripe.com/api/subscription_schedules/cancel
 */
export function cancelSchedule(
  work: Work,
  schedule: Schedule,
  { invoice_now = true, prorate = true }: ParamsOf<"subscriptionSchedules.cancel">,
): Schedule {
  refuseEnded(schedule, "cancel");
  if (schedule.subscription === null) return callOff(work, schedule);
  const subscription = work.store.must("subscription", schedule.subscription);
  cancelSubscription(work, subscription, { invoice_now, prorate });
  return work.store.must("subscription_schedule", schedule.id);
}

/** Cancels a schedule that hasn't started. Emits `subscription_schedule.canceled`. */
export function callOff(work: Work, schedule: Schedule): Schedule {
  forgetSchedule(work, schedule.id);
  const canceled = work.store.update("subscription_schedule", schedule.id, {
    canceled_at: work.now(schedule.test_clock),
    status: "canceled",
  });
  work.emit("subscription_schedule.canceled", canceled);
  return canceled;
}
