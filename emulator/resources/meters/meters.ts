import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { page } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";
import type { Call, Work } from "../../core/work";

type Meter = Held<"billing.meter">;

/** https://docs.stripe.com/api/billing/meter/create */
export const createMeter = operation("billing.meters.create", (call) => {
  const { params } = call;
  refuseTaken(call, params.event_name);
  const created = call.now();
  const meter = call.store.put("billing.meter", {
    id: call.newId("meter"),
    object: "billing.meter",
    created,
    customer_mapping: {
      event_payload_key: params.customer_mapping?.event_payload_key ?? "stripe_customer_id",
      type: "by_id",
    },
    default_aggregation: { formula: params.default_aggregation.formula },
    display_name: params.display_name,
    event_name: params.event_name,
    event_time_window: params.event_time_window ?? null,
    livemode: false,
    status: "active",
    status_transitions: { deactivated_at: null },
    updated: created,
    value_settings: { event_payload_key: params.value_settings?.event_payload_key ?? "value" },
  });
  call.emit("billing.meter.created", meter);
  return meter;
});

export const retrieveMeter = operation("billing.meters.retrieve", addressedMeter);

/** https://docs.stripe.com/api/billing/meter/list */
export const listMeters = operation("billing.meters.list", (call) =>
  page(call, {
    kind: "billing.meter",
    url: "/v1/billing/meters",
    keep: ({ status }) => call.params.status === undefined || status === call.params.status,
  }),
);

/** https://docs.stripe.com/api/billing/meter/update */
export const updateMeter = operation("billing.meters.update", (call) => {
  const meter = addressedMeter(call);
  const before = call.snapshot(meter);
  const updated = call.store.update("billing.meter", meter.id, {
    display_name: call.params.display_name ?? meter.display_name,
    updated: call.now(),
  });
  call.emit("billing.meter.updated", updated, before);
  return updated;
});

/** It takes no events any more. https://docs.stripe.com/api/billing/meter/deactivate */
export const deactivateMeter = operation("billing.meters.deactivate", (call) => {
  const meter = addressedMeter(call);
  if (meter.status === "inactive") throw invalidRequest("This meter is already inactive.");
  const now = call.now();
  const inactive = call.store.update("billing.meter", meter.id, {
    status: "inactive",
    status_transitions: { deactivated_at: now },
    updated: now,
  });
  call.emit("billing.meter.deactivated", inactive);
  return inactive;
});

/** https://docs.stripe.com/api/billing/meter/reactivate */
export const reactivateMeter = operation("billing.meters.reactivate", (call) => {
  const meter = addressedMeter(call);
  if (meter.status === "active") throw invalidRequest("This meter is already active.");
  refuseTaken(call, meter.event_name);
  const active = call.store.update("billing.meter", meter.id, {
    status: "active",
    status_transitions: { deactivated_at: null },
    updated: call.now(),
  });
  call.emit("billing.meter.reactivated", active);
  return active;
});

/** The meter that takes events of a name now, if there is one. */
export function activeMeter(work: Work, eventName: string): Meter | undefined {
  return work.store.list("billing.meter", "event_name", eventName).find(({ status }) => status === "active");
}

function addressedMeter(call: Call<unknown>): Meter {
  return addressed(call, "billing.meter");
}

function refuseTaken(work: Work, eventName: string): void {
  if (activeMeter(work, eventName) === undefined) return;
  throw invalidRequest(`A meter already exists with this event_name: ${eventName}`, { param: "event_name" });
}
