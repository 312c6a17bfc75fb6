import { invalidRequest, missingParam } from "../../core/errors";
import { operation } from "../../core/operation";
import { activeMeter } from "./meters";

const DAY = 86_400;

/** Takes a report of usage back, within a day of it. https://docs.stripe.com/api/billing/meter-event_adjustment/create */
export const createMeterEventAdjustment = operation("billing.meterEventAdjustments.create", (call) => {
  const { cancel, event_name } = call.params;
  const meter = activeMeter(call, event_name);
  if (meter === undefined) {
    throw invalidRequest(`No active meter found with event name: ${event_name}`, { param: "event_name" });
  }
  const identifier = cancel?.identifier;
  if (identifier === undefined) throw missingParam("cancel[identifier]");
  const event = call.store
    .list("_meter_event", "identifier", identifier)
    .find((reported) => reported.meter === meter.id && reported.created > call.now() - DAY);
  if (event === undefined) {
    throw invalidRequest(`No meter event of the last 24 hours has the identifier ${identifier}.`, {
      code: "resource_missing",
      param: "cancel[identifier]",
    });
  }
  call.store.delete("_meter_event", event.id);
  return {
    object: "billing.meter_event_adjustment",
    cancel: { identifier },
    event_name,
    livemode: false,
    status: "pending",
    type: "cancel",
  };
});
