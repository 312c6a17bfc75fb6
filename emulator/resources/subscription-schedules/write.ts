import { cancelSchedule } from "../../billing/schedules/cancel";
import { createSchedule } from "../../billing/schedules/create";
import { releaseSchedule } from "../../billing/schedules/release";
import { updateSchedule } from "../../billing/schedules/update";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

/** https://docs.stripe.com/api/subscription_schedules/create */
export const createSubscriptionSchedule = operation("subscriptionSchedules.create", (call) =>
  createSchedule(call, call.params),
);

/** https://docs.stripe.com/api/subscription_schedules/update */
export const updateSubscriptionSchedule = operation("subscriptionSchedules.update", (call) =>
  updateSchedule(call, addressed(call, "subscription_schedule"), call.params),
);

/** https://docs.stripe.com/api/subscription_schedules/release */
export const releaseSubscriptionSchedule = operation("subscriptionSchedules.release", (call) =>
  releaseSchedule(call, addressed(call, "subscription_schedule"), {
    preserveCancelDate: call.params.preserve_cancel_date ?? false,
  }),
);

/** https://docs.stripe.com/api/subscription_schedules/cancel */
export const cancelSubscriptionSchedule = operation("subscriptionSchedules.cancel", (call) =>
  cancelSchedule(call, addressed(call, "subscription_schedule"), call.params),
);
