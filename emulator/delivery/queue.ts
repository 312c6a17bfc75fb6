import { machineSeconds } from "../core/account";
import type { Held } from "../core/kinds";
import type { Delivery } from "../core/records";
import type { Work } from "../core/work";
import { isDeliveryAction } from "../faults/actions";
import { fire } from "../faults/fire";
import { matchesGlob } from "../faults/glob";
import type { DeliveryFault } from "../faults/rule";
import { MISDEEDS } from "./misdeeds";

/** Queues an event for every endpoint that wants it, and says how many do. */
export function queueDeliveries(work: Work, event: Held<"event">): number {
  const endpoints = work.store
    .list("webhook_endpoint")
    .reverse()
    .filter((endpoint) => wants(endpoint, event.type));
  for (const endpoint of endpoints) {
    const faults = faultsOf(work, event, endpoint);
    const due = moment();
    letThoseBehindCloser(work, endpoint.id, due);
    queueDelivery(work, event, endpoint, due, faults);
    for (const { action, amount } of faults) {
      const { beside } = MISDEEDS[action];
      for (let copy = 0; beside !== undefined && copy < amount; copy++) {
        queueDelivery(work, beside(work, event), endpoint);
      }
    }
  }
  return endpoints.length;
}

/** Queues one event for one endpoint, to be sent at once unless its faults say otherwise. */
export function queueDelivery(
  work: Work,
  event: Held<"event">,
  endpoint: Held<"webhook_endpoint">,
  due = moment(),
  faults: readonly DeliveryFault[] = [],
): Delivery {
  const plain: Delivery = {
    id: work.newId("delivery"),
    event: event.id,
    endpoint: endpoint.id,
    created: machineSeconds(),
    next_attempt: due,
    attempts: [],
    faults,
    behind: 0,
  };
  let queued = plain;
  for (const { action, amount } of faults) {
    queued = { ...queued, ...MISDEEDS[action].queue?.(queued, amount) };
  }
  return work.store.put("_delivery", queued);
}

/** Whether an endpoint is enabled and listens to a type of event. */
function wants(endpoint: Held<"webhook_endpoint">, type: string): boolean {
  return (
    endpoint.status === "enabled" &&
    (endpoint.enabled_events.includes("*") || endpoint.enabled_events.includes(type))
  );
}

function faultsOf(
  { store }: Work,
  event: Held<"event">,
  endpoint: Held<"webhook_endpoint">,
): DeliveryFault[] {
  if (store.rows("_fault").size === 0) return [];
  return fire(
    store,
    isDeliveryAction,
    (rule) =>
      (rule.event === null || matchesGlob(rule.event, event.type)) &&
      (rule.endpoint === null || rule.endpoint === endpoint.id || matchesGlob(rule.endpoint, endpoint.url)),
  );
}

/** One more is to overtake those that go behind later ones; the last they wait for lets them go, right after it. */
function letThoseBehindCloser({ store }: Work, endpoint: string, overtaking: number): void {
  for (const delivery of store.list("_delivery", "behind", endpoint)) {
    const behind = delivery.behind - 1;
    const next_attempt = behind === 0 ? overtaking + STEP / 2 : delivery.next_attempt;
    store.put("_delivery", { ...delivery, behind, next_attempt });
  }
}

const STEP = 2e-6;
let latest = 0;

/** Now in unix seconds, with a fraction that keeps the order in which it was asked for. */
function moment(): number {
  latest = Math.max(latest + STEP, Date.now() / 1000);
  return latest;
}
