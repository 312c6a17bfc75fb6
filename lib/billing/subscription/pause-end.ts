import type { Interval } from "../config";
import { renewalDate } from "../plan/renewal-date";

/**
 * When a pause of so many periods is over that begins with `periodEnd`. Where a month is shorter it may come some days before
 * the renewal it is meant for, never after it.
 */
export function pauseEnd(periodEnd: Date, interval: Interval, periods: number): Date {
  let end = periodEnd;
  for (let period = 0; period < periods; period++) end = renewalDate(end, interval);
  return end;
}
