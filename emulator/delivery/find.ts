import type { Delivery } from "../core/records";
import type { Store } from "../core/store";
import { matchesGlob } from "../faults/glob";
import { type Outcome, outcomeOf } from "./outcome";

/** What deliveries are looked for by; what is empty or missing is not looked at. */
export interface DeliveryFilter {
  readonly event?: string;
  readonly endpoint?: string;
  /** Of the event; `invoice.*` finds all of its kind. */
  readonly type?: string;
  readonly outcome?: string;
}

/** A delivery, with what has become of it and its event's type. */
export interface FoundDelivery extends Delivery {
  readonly outcome: Outcome;
  readonly type: string;
}

/** The deliveries that are as asked for, newest first. */
export function findDeliveries(store: Store, wanted: DeliveryFilter): FoundDelivery[] {
  const { event, endpoint, type, outcome } = wanted;
  return (event ? store.list("_delivery", "event", event) : store.list("_delivery"))
    .map((delivery) => ({
      ...delivery,
      outcome: outcomeOf(delivery),
      type: store.get("event", delivery.event)?.type ?? "",
    }))
    .filter(
      (delivery) =>
        (!endpoint || delivery.endpoint === endpoint) &&
        (!outcome || delivery.outcome === outcome) &&
        (!type || matchesGlob(type, delivery.type)),
    );
}
