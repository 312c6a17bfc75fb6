import { machineSeconds } from "../core/account";
import type { Work } from "../core/work";

/** Sends a delivery once more, whatever came of it before: `stripe events resend`. False if there is none of that id. */
export function deliverAgain({ store }: Work, id: string): boolean {
  const delivery = store.get("_delivery", id);
  if (delivery === undefined) return false;
  store.put("_delivery", { ...delivery, next_attempt: machineSeconds() });
  return true;
}
