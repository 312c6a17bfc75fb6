import { invalidRequest } from "../core/errors";
import type { Held } from "../core/kinds";
import { page, within } from "../core/lists";
import { addressed } from "../core/lookup";
import { operation } from "../core/operation";

const MAX_TYPES = 20;
const KEPT_SECONDS = 30 * 24 * 60 * 60;

export const retrieveEvent = operation("events.retrieve", (call) => addressed(call, "event"));

/** Of the last 30 days of the account's time, whatever a test clock says, by type; `customer.*` stands for all that begin so. https://docs.stripe.com/api/events/list */
export const listEvents = operation("events.list", (call) => {
  const { created, delivery_success, type, types } = call.params;
  if (type !== undefined && types !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: type, types.", {
      code: "parameters_exclusive",
    });
  }
  if (types !== undefined && types.length > MAX_TYPES) {
    throw invalidRequest(`You may pass at most ${MAX_TYPES} types.`, { param: "types" });
  }
  const wanted = types ?? (type === undefined ? ["*"] : [type]);
  const since = call.now() - KEPT_SECONDS;
  return page(call, {
    kind: "event",
    url: "/v1/events",
    by: wanted.length === 1 && !wanted[0]?.endsWith("*") ? ["type", wanted[0] ?? ""] : undefined,
    keep: (event) =>
      (event.created >= since || isOfPastClock(event)) &&
      within(event.created, created) &&
      wanted.some((pattern) => matches(event.type, pattern)) &&
      (delivery_success === undefined || (event.pending_webhooks === 0) === delivery_success),
  });
});

/** The account's time is never behind the machine's: what was recorded after it happened was on a test clock. */
function isOfPastClock({ created, recorded }: Held<"event">): boolean {
  return created < recorded;
}

function matches(type: string, pattern: string): boolean {
  return pattern.endsWith("*") ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}
