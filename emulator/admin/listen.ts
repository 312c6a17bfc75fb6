import type { Account } from "../core/account";
import { invalidRequest } from "../core/errors";
import { createEndpoint } from "../resources/webhook-endpoints/create-endpoint";

interface Listen {
  readonly forward_to: string;
  readonly secret: string;
  readonly enabled_events: readonly string[];
}

/**
 * Forwards an account's events to an address, signed with a secret the caller knows: what `stripe listen` does.
 * The endpoint of that address is updated if there is one.
 */
export function listen(account: Account, body: unknown): object {
  const { forward_to: url, secret, enabled_events } = readListen(body);
  return account.run((work) => {
    const present = work.store.list("webhook_endpoint").find((endpoint) => endpoint.url === url);
    if (present === undefined) return createEndpoint(work, { url, enabled_events }, secret);
    work.store.put("_signing_secret", { id: present.id, secret });
    return work.store.update("webhook_endpoint", present.id, { enabled_events, status: "enabled" });
  });
}

function readListen(body: unknown): Listen {
  const given: Record<string, unknown> = { ...(typeof body === "object" ? body : {}) };
  const { forward_to, secret, enabled_events = ["*"] } = given;
  if (typeof forward_to !== "string" || !URL.canParse(forward_to)) {
    throw invalidRequest("forward_to must be the address events are sent to", { param: "forward_to" });
  }
  if (typeof secret !== "string" || secret === "") {
    throw invalidRequest("secret must be the text events are signed with", { param: "secret" });
  }
  if (!Array.isArray(enabled_events) || !enabled_events.every((type) => typeof type === "string")) {
    throw invalidRequest("enabled_events must be a list of event types", { param: "enabled_events" });
  }
  return { forward_to, secret, enabled_events };
}
