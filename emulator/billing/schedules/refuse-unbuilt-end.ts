import { invalidRequest } from "../../core/errors";
import type { Schedule } from "./phase";

/** Stripe's older ways for a schedule to end aren't documented any more, and aren't built. */
export function refuseUnbuiltEnd(behavior: Schedule["end_behavior"] | undefined): void {
  if (behavior !== "none" && behavior !== "renew") return;
  throw invalidRequest(`Not implemented by the emulator: the end behavior ${behavior}`, {
    param: "end_behavior",
  });
}
