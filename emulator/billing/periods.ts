/** How often a price comes back: `recurring.interval` and `recurring.interval_count`. */
export type Recurrence = { readonly interval: "day" | "week" | "month" | "year"; readonly count: number };

/** From `start` up to and without `end`, unix seconds. */
export type Period = { readonly start: number; readonly end: number };

const DAY = 86_400;
const seconds = { day: DAY, week: 7 * DAY };
const months = { month: 1, year: 12 };

/**
 * The end of the period that starts at `start`, unix seconds.
 *
 * Months keep the day of `anchor` and fall back to the last day of a shorter month, so that an anchor
 * on 31 January gives 28 February and then 31 March.
 * https://docs.stripe.com/billing/subscriptions/billing-cycle
 */
export function periodEnd(start: number, recurrence: Recurrence, anchor: number = start): number {
  const { interval, count } = recurrence;
  if (interval === "day" || interval === "week") return start + seconds[interval] * count;
  return addMonths(start, months[interval] * count, anchor);
}

/** The whole period that ends at `end`. */
export function periodUntil(end: number, { interval, count }: Recurrence): Period {
  if (interval === "day" || interval === "week") return { start: end - seconds[interval] * count, end };
  return { start: addMonths(end, -months[interval] * count, end), end };
}

/** The period that follows `period` in a cycle anchored at `anchor`. */
export function nextPeriod(period: Period, recurrence: Recurrence, anchor: number): Period {
  return { start: period.end, end: periodEnd(period.end, recurrence, anchor) };
}

/**
 * The first period of something that starts at `start` in a cycle anchored at `anchor`: it ends at the
 * first anchor date after `start`, and is a whole interval long when both are the same.
 */
export function firstPeriod(start: number, recurrence: Recurrence, anchor: number): Period {
  if (anchor > start) return { start, end: anchor };
  let end = periodEnd(anchor, recurrence, anchor);
  while (end <= start) end = periodEnd(end, recurrence, anchor);
  return { start, end };
}

/** The period in which `at` is, of a cycle whose periods follow one that starts at `start`. */
export function periodAround(at: number, start: number, recurrence: Recurrence, anchor: number): Period {
  let period = { start, end: periodEnd(start, recurrence, anchor) };
  while (period.end <= at) period = nextPeriod(period, recurrence, anchor);
  return period;
}

function addMonths(start: number, count: number, anchor: number): number {
  const from = new Date(start * 1000);
  const month = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count, 1));
  const day = Math.min(new Date(anchor * 1000).getUTCDate(), daysIn(month));
  const secondsIntoDay = start % DAY;
  return Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), day) / 1000 + secondsIntoDay;
}

function daysIn(month: Date): number {
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
}
