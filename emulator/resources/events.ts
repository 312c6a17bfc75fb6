import { machineSeconds } from "../core/account";
import { invalidRequest } from "../core/errors";
import { page, within } from "../core/lists";
import { addressed } from "../core/lookup";
import { operation } from "../core/operation";

const MAX_TYPES = 20;
const KEPT_SECONDS = 30 * 24 * 60 * 60;

export const retrieveEvent = operation("events.retrieve", (call) => addressed(call, "event"));

/** Of the last 30 days, which time moved by hand doesn't lengthen, by type; `customer.*` stands for all that begin so. https://docs.stripe.com/api/events/list */
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
  const since = machineSeconds() - KEPT_SECONDS;
  return page(call, {
    kind: "event",
    url: "/v1/events",
    by: wanted.length === 1 && !wanted[0]?.endsWith("*") ? ["type", wanted[0] ?? ""] : undefined,
    keep: (event) =>
      event.recorded >= since &&
      within(event.created, created) &&
      wanted.some((pattern) => matches(event.type, pattern)) &&
      (delivery_success === undefined || (event.pending_webhooks === 0) === delivery_success),
  });
});

function matches(type: string, pattern: string): boolean {
  return pattern.endsWith("*") ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}
