import type { Operation } from "./core/operation";
import {
  listSubscriptionSchedules,
  retrieveSubscriptionSchedule,
} from "./resources/subscription-schedules/read";
import {
  cancelSubscriptionSchedule,
  createSubscriptionSchedule,
  releaseSubscriptionSchedule,
  updateSubscriptionSchedule,
} from "./resources/subscription-schedules/write";

/** What can be asked of subscription schedules. */
export const SCHEDULE_OPERATIONS: readonly Operation[] = [
  cancelSubscriptionSchedule,
  createSubscriptionSchedule,
  listSubscriptionSchedules,
  releaseSubscriptionSchedule,
  retrieveSubscriptionSchedule,
  updateSubscriptionSchedule,
];
