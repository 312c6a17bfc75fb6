import { invalidRequest } from "../../core/errors";
import { refuseLess } from "../../core/least-values";
import { type Period, periodAround, periodEnd } from "../periods";
import { type RecurringPrice, recurrenceOf } from "../price";
import { refuseUnbuilt } from "../unbuilt";
import { nextOccurrence } from "./anchor-config";
import type { CreateParams } from "./read-create";
import { trialEndOf } from "./trial";

/** When a subscription begins, and what its cycle keeps to; unix seconds. */
export type Beginning = {
  readonly now: number;
  /** Before `now` where it is backdated. */
  readonly start: number;
  readonly anchor: number;
  readonly trialEnd: number | null;
};

/** Reads when a subscription is to begin; refuses an anchor that is past or further off than its first renewal. */
export function beginningOf(params: CreateParams, prices: readonly RecurringPrice[], now: number): Beginning {
  const {
    backdate_start_date: backdated,
    billing_cycle_anchor: given,
    billing_cycle_anchor_config: config,
  } = params;
  if (given !== undefined && config !== undefined) {
    throw invalidRequest(
      "You may only specify one of these parameters: billing_cycle_anchor, billing_cycle_anchor_config.",
      { code: "parameters_exclusive" },
    );
  }
  const trialEnd = trialEndOf(params, prices, now);
  if (trialEnd !== null) {
    refuseUnbuilt(params, ["backdate_start_date", "billing_cycle_anchor", "billing_cycle_anchor_config"]);
    return { anchor: trialEnd, now, start: now, trialEnd };
  }
  if (backdated !== undefined) {
    refuseUnbuilt(params, ["billing_cycle_anchor", "billing_cycle_anchor_config"]);
    refuseLess(backdated, 0, "backdate_start_date");
    if (backdated < now) return { anchor: backdated, now, start: backdated, trialEnd };
    throw invalidRequest("The start date of a backdated subscription must be in the past.", {
      param: "backdate_start_date",
    });
  }
  const anchor = config ? nextOccurrence(config, prices, now) : given;
  if (anchor !== undefined) refuseFarAnchor(anchor, prices, now);
  return { anchor: anchor ?? now, now, start: now, trialEnd };
}

/** The first period of an item of a subscription that begins so. */
export function firstPeriodOf({ anchor, now, start, trialEnd }: Beginning, price: RecurringPrice): Period {
  if (trialEnd !== null) return { start: now, end: trialEnd };
  return anchor > now ? { start: now, end: anchor } : periodAround(now, start, recurrenceOf(price), anchor);
}

function refuseFarAnchor(anchor: number, prices: readonly RecurringPrice[], now: number): void {
  if (anchor <= now) {
    throw invalidRequest("`billing_cycle_anchor` must be in the future.", { param: "billing_cycle_anchor" });
  }
  for (const price of prices) {
    const natural = periodEnd(now, recurrenceOf(price));
    if (anchor <= natural) continue;
    throw invalidRequest(
      `\`billing_cycle_anchor\` cannot be later than next natural billing date (${natural}) for plan.`,
      { param: "billing_cycle_anchor" },
    );
  }
}
