import type { Interval } from "./config";

const intervals: readonly string[] = ["month", "year"] satisfies Interval[];

/** Whether Stripe's word for a period is one that this shop sells by. */
export function isInterval(value: unknown): value is Interval {
  return typeof value === "string" && intervals.includes(value);
}
