import { machineSeconds } from "../core/account";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";

/** Queues an event for every endpoint that wants it, and says how many do. */
export function queueDeliveries(work: Work, event: Held<"event">): number {
  const endpoints = work.store
    .list("webhook_endpoint")
    .reverse()
    .filter((endpoint) => wants(endpoint, event.type));
  for (const endpoint of endpoints) {
    const created = machineSeconds();
    work.store.put("_delivery", {
      id: work.newId("delivery"),
      event: event.id,
      endpoint: endpoint.id,
      created,
      next_attempt: created,
      attempts: [],
    });
  }
  return endpoints.length;
}

/** Whether an endpoint is enabled and listens to a type of event. */
function wants(endpoint: Held<"webhook_endpoint">, type: string): boolean {
  return (
    endpoint.status === "enabled" &&
    (endpoint.enabled_events.includes("*") || endpoint.enabled_events.includes(type))
  );
}
