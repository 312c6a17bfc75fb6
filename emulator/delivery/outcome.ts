import type { Delivery } from "../core/records";
import { succeeded } from "./send";

/** What has become of a delivery. */
export const OUTCOMES = ["waiting", "retrying", "succeeded", "failed", "dropped"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How a delivery stands, from its attempts and whether another is ahead. */
export function outcomeOf({ attempts, next_attempt }: Delivery): Outcome {
  const last = attempts.at(-1);
  if (last !== undefined && succeeded(last)) return "succeeded";
  if (next_attempt !== null) return last === undefined ? "waiting" : "retrying";
  return last === undefined ? "dropped" : "failed";
}
