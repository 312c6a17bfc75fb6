import { invalidRequest } from "../../core/errors";
import type { ParamsOf } from "../../core/operation";
import type { RecurringPrice } from "../price";

const DAY = 86_400;
const FIVE_YEARS = 5 * 366 * DAY;
const LONGEST_TRIAL = 730;

/** Three days before its end a trial is announced to be ending. */
export const TRIAL_NOTICE = 3 * DAY;

type Params = Pick<ParamsOf<"subscriptions.create">, "trial_end" | "trial_period_days" | "trial_from_plan">;

/** When the trial asked for ends, unix seconds, or null where there is none. */
export function trialEndOf(params: Params, prices: readonly RecurringPrice[], now: number): number | null {
  if (params.trial_end !== undefined && params.trial_end !== "now") return future(params.trial_end, now);
  if (params.trial_end === "now") return null;
  const days = params.trial_period_days ?? (params.trial_from_plan ? longestOf(prices) : 0);
  if (days > LONGEST_TRIAL) {
    throw invalidRequest(`A trial can be at most ${LONGEST_TRIAL} days.`, { param: "trial_period_days" });
  }
  return days > 0 ? now + days * DAY : null;
}

/** A trial's end as given; refuses one that has passed or is out of reach. */
export function future(end: number, now: number): number {
  if (end <= now) throw invalidRequest("Timestamp must be in the future", { param: "trial_end" });
  if (end > now + FIVE_YEARS) {
    throw invalidRequest("Invalid timestamp: can be no more than five years in the future", {
      param: "trial_end",
    });
  }
  return end;
}

function longestOf(prices: readonly RecurringPrice[]): number {
  return Math.max(0, ...prices.map((price) => price.recurring.trial_period_days ?? 0));
}
