import { invalidRequest, missingParam, missingReference } from "../../core/errors";
import { operation } from "../../core/operation";
import type { Work } from "../../core/work";
import { activeMeter } from "./meters";

const DAY = 86_400;
const OLDEST = 35 * DAY;
const NEWEST = 5 * 60;
const IDENTIFIER_LENGTH = 32;

/**
 * Reports usage. What Stripe tells of only later (an unknown customer, a meter that isn't there) is refused at
 * once. https://docs.stripe.com/api/billing/meter-event/create
 */
export const createMeterEvent = operation("billing.meterEvents.create", (call) => {
  const { event_name: name, payload } = call.params;
  const meter = activeMeter(call, name);
  if (meter === undefined) {
    throw invalidRequest(`No active meter found with event name: ${name}`, { param: "event_name" });
  }
  const key = meter.customer_mapping.event_payload_key;
  const customer = payload[key];
  if (customer === undefined) throw missingParam(`payload[${key}]`);
  const owner = call.store.get("customer", customer);
  if (!owner) throw missingReference("customer", customer, `payload[${key}]`);
  const now = call.now(owner.test_clock);
  const identifier = call.params.identifier ?? call.random(IDENTIFIER_LENGTH);
  refuseTwice(call, identifier, now);
  const timestamp = timeOf(call.params.timestamp, now);
  const counts = meter.default_aggregation.formula === "count";
  const value = counts ? 1 : wholeNumber(payload, meter.value_settings.event_payload_key);
  const id = call.newId("meter_event");
  call.store.put("_meter_event", {
    id,
    meter: meter.id,
    customer,
    timestamp,
    value,
    created: now,
    identifier,
  });
  return {
    object: "billing.meter_event",
    created: now,
    event_name: name,
    identifier,
    livemode: false,
    payload,
    timestamp,
  };
});

/** For a day the same identifier stands for the same use. */
function refuseTwice(work: Work, identifier: string, now: number): void {
  const same = work.store.list("_meter_event", "identifier", identifier);
  if (!same.some(({ created }) => created > now - DAY)) return;
  throw invalidRequest(`An event already exists with identifier ${identifier}.`, {
    code: "resource_already_exists",
    param: "identifier",
  });
}

function timeOf(given: number | undefined, now: number): number {
  if (given === undefined) return now;
  if (given >= now - OLDEST && given <= now + NEWEST) return given;
  throw invalidRequest(
    "The timestamp must be within the past 35 calendar days or up to 5 minutes in the future.",
    { param: "timestamp" },
  );
}

function wholeNumber(payload: Readonly<Record<string, string>>, key: string): number {
  const text = payload[key];
  if (text === undefined) throw missingParam(`payload[${key}]`);
  const value = Number(text);
  if (/^-?\d{1,15}$/.test(text)) return value;
  throw invalidRequest(`Invalid value: ${text}. It must be a whole number.`, { param: `payload[${key}]` });
}
