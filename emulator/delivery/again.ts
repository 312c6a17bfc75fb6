import { invalidRequest, missingReference } from "../core/errors";
import type { Delivery } from "../core/records";
import type { Work } from "../core/work";
import { queueDelivery } from "./queue";

/** Sends a delivery once more, rightly, whatever came of it before. False if there is none of that id. */
export function deliverAgain({ store }: Work, id: string): boolean {
  const delivery = store.get("_delivery", id);
  if (delivery === undefined) return false;
  store.put("_delivery", { ...delivery, behind: 0, faults: [], next_attempt: Date.now() / 1000 });
  return true;
}

/**
 * Sends an event to an endpoint, be it of a type the endpoint didn't ask for: `stripe events resend`. Throws 400
 * when there is no such event or endpoint, and for an endpoint that is disabled.
 */
export function resendEvent(work: Work, eventId: string, endpointId: string): Delivery {
  const event = work.store.get("event", eventId);
  if (event === undefined) throw missingReference("event", eventId, "event");
  const endpoint = work.store.get("webhook_endpoint", endpointId);
  if (endpoint === undefined) throw missingReference("webhook endpoint", endpointId, "endpoint");
  if (endpoint.status !== "enabled") {
    throw invalidRequest("A disabled endpoint gets no events", { param: "endpoint" });
  }
  return queueDelivery(work, event, endpoint);
}
