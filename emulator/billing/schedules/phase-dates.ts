import { invalidRequest } from "../../core/errors";
import { periodEnd, type Recurrence } from "../periods";
import type { PhaseParams } from "./phase";

/** Where the phases of a request stand in time. */
export type Calendar = {
  /** When the first of them starts, unless it says so itself. */
  readonly start: number;
  readonly now: number;
  /** The day of the month that periods keep to: the subscription's anchor, or the schedule's start. */
  readonly anchor: number;
};

/** When a phase starts that follows one that ends at `previous`; phases leave no gap. */
export function startOf(
  { start_date: given }: PhaseParams,
  previous: number | null,
  calendar: Calendar,
  param: string,
): number {
  const start = given === "now" ? calendar.now : given;
  if (previous === null) return start ?? calendar.start;
  if (start === undefined || start === previous) return previous;
  throw invalidRequest("The start date of a phase must be the end date of the phase before it.", {
    param: `${param}[start_date]`,
  });
}

/** When a phase ends that starts at `start`: as told, or after one period of its first item. */
export function endOfPhase(
  { duration, end_date: given }: PhaseParams,
  start: number,
  recurrence: Recurrence,
  calendar: Calendar,
  param: string,
): number {
  if (duration && given !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: duration, end_date.", {
      code: "parameters_exclusive",
      param: `${param}[duration]`,
    });
  }
  const lasting = duration
    ? { count: duration.interval_count ?? 1, interval: duration.interval }
    : recurrence;
  const end =
    given === "now" ? calendar.now : (given ?? periodEnd(start, lasting, anchorFor(start, calendar.anchor)));
  if (end > start) return end;
  throw invalidRequest("The end date of a phase must be after its start date.", {
    param: `${param}[end_date]`,
  });
}

/** The anchor's day of the month holds for what starts on a day of its cycle. */
function anchorFor(start: number, anchor: number): number {
  const day = new Date(start * 1000);
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  const wanted = Math.min(new Date(anchor * 1000).getUTCDate(), last);
  return wanted === day.getUTCDate() ? anchor : start;
}
