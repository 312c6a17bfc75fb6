import { runningSubscription } from "../subscription/running-subscription";
import { releaseSchedule } from "./plan-schedule";

export type KeepPlanOutcome =
  /** The plan stays what it is; asked twice, it still does. */
  { outcome: "plan_kept" } | { outcome: "none_running" };

/**
 * Takes back a change that was to come with the next period.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error; asking again is safe
 */
export async function keepPlan(userId: string): Promise<KeepPlanOutcome> {
  const subscription = await runningSubscription(userId);
  if (!subscription) return { outcome: "none_running" };
  await releaseSchedule(subscription);
  return { outcome: "plan_kept" };
}
