import { configured } from "../configured";

/**
 * Whether an address counts only when it is confirmed, so that no trial begins before, and nobody uses up another's trial by
 * typing their address.
 */
export function asksForConfirmed(): boolean {
  return configured.trials?.verifiedEmail ?? false;
}
