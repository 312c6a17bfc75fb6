import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { RecurringPrice } from "../price";
import type { CreateParams } from "./read-create";

type Config = NonNullable<CreateParams["billing_cycle_anchor_config"]>;

/**
 * The next time, unix seconds, of the day of the month (and of the year) that an anchor is to be on, in UTC; the
 * time of day is the present one where it isn't told. https://docs.stripe.com/billing/subscriptions/billing-cycle
 */
export function nextOccurrence(config: Config, prices: readonly RecurringPrice[], now: number): number {
  const intervals = prices.map(({ recurring }) => recurring.interval);
  if (intervals.some((interval) => interval === "day" || interval === "week")) {
    throw invalidRequest("`billing_cycle_anchor_config` is only for prices by the month or year.", {
      param: "billing_cycle_anchor_config",
    });
  }
  const today = new Date(now * 1000);
  for (let ahead = 0; ahead <= 12; ahead++) {
    const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead, 1));
    if (config.month !== undefined && month.getUTCMonth() + 1 !== config.month) continue;
    const time = inMonth(month, config, today);
    if (time > now) return time;
  }
  return inMonth(new Date(Date.UTC(today.getUTCFullYear() + 1, today.getUTCMonth(), 1)), config, today);
}

function inMonth(month: Date, { day_of_month, hour, minute, second }: Config, today: Date): number {
  const [year, index] = [month.getUTCFullYear(), month.getUTCMonth()];
  const last = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
  const midnight = Date.UTC(year, index, Math.min(day_of_month, last)) / 1000;
  const time = [
    hour ?? today.getUTCHours(),
    minute ?? today.getUTCMinutes(),
    second ?? today.getUTCSeconds(),
  ];
  return time.reduce((sum, part, place) => sum + part * (SECONDS[place] ?? 1), midnight);
}

const SECONDS = [3600, 60, 1];

/** A configuration as a subscription shows it. */
export function shownConfig(config: Config | undefined): Held<"subscription">["billing_cycle_anchor_config"] {
  if (config === undefined) return null;
  const { day_of_month, hour = null, minute = null, month = null, second = null } = config;
  return { day_of_month, hour, minute, month, second };
}
