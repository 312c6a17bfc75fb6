import { at, type Scheduled } from "@/lib/jobs/scheduled";
import forgetOldEvents from "./jobs/forget-old-events";
import retryFailedEvents from "./jobs/retry-failed-events";

/** What is done by the clock, in UTC: minute, hour, day, month, weekday. */
export const schedule: readonly Scheduled[] = [
  at("* * * * *", retryFailedEvents, {}),
  at("17 3 * * *", forgetOldEvents, { days: 90 }),
];
