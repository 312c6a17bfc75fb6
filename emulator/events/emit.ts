import type Stripe from "stripe";
import { machineSeconds } from "../core/account";
import { API_VERSION } from "../core/version";
import type { Shown, Snapshot, Work } from "../core/work";
import { queueDeliveries } from "../delivery/queue";
import { previousAttributes } from "./previous-attributes";

/**
 * Records an event and queues its deliveries. `data.object` is the object as it is at this moment and never
 * changes afterwards. With `before`, nothing is recorded when nothing differs.
 * https://docs.stripe.com/api/events/object
 */
export function emitEvent(work: Work, type: Stripe.Event["type"], object: Shown, before?: Snapshot): void {
  const after = work.snapshot(object);
  const previous = before === undefined ? undefined : previousAttributes(before, after);
  if (previous !== undefined && Object.keys(previous).length === 0) return;
  const event = work.store.put("event", {
    id: work.newId("event"),
    object: "event",
    api_version: API_VERSION,
    created: work.now(),
    data: { object: after, ...(previous === undefined ? {} : { previous_attributes: previous }) },
    livemode: false,
    pending_webhooks: 0,
    recorded: machineSeconds(),
    request: work.request,
    type,
  });
  const queued = queueDeliveries(work, event);
  if (queued > 0) work.store.put("event", { ...event, pending_webhooks: queued });
}
