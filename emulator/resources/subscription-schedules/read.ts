import type { Held } from "../../core/kinds";
import { page, type Range, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation, type ParamsOf } from "../../core/operation";

type Schedule = Held<"subscription_schedule">;

export const retrieveSubscriptionSchedule = operation("subscriptionSchedules.retrieve", (call) =>
  addressed(call, "subscription_schedule"),
);

/** https://docs.stripe.com/api/subscription_schedules/list */
export const listSubscriptionSchedules = operation("subscriptionSchedules.list", (call) => {
  const { customer } = call.params;
  return page(call, {
    kind: "subscription_schedule",
    url: "/v1/subscription_schedules",
    by: customer === undefined ? undefined : ["customer", customer],
    keep: (schedule) => isWanted(schedule, call.params),
  });
});

function isWanted(schedule: Schedule, wanted: ParamsOf<"subscriptionSchedules.list">): boolean {
  return (
    within(schedule.created, wanted.created) &&
    happened(schedule.canceled_at, wanted.canceled_at) &&
    happened(schedule.completed_at, wanted.completed_at) &&
    happened(schedule.released_at, wanted.released_at) &&
    (!wanted.scheduled || schedule.status === "not_started")
  );
}

/** Whether something happened within the range asked for; what hasn't is found only when nothing is asked. */
function happened(time: number | null, wanted: number | Range | undefined): boolean {
  return wanted === undefined || (time !== null && within(time, wanted));
}
