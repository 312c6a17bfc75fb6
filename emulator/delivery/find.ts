import type { Delivery } from "../core/records";
import type { Store } from "../core/store";
import { matchesGlob } from "../faults/glob";
import { outcomeOf } from "./outcome";

/** What deliveries are looked for by; what is empty or missing is not looked at. */
export interface DeliveryFilter {
  readonly event?: string;
  readonly endpoint?: string;
  /** Of the event; `invoice.*` finds all of its kind. */
  readonly type?: string;
  readonly outcome?: string;
}

/** The deliveries that are as asked for, newest first. */
export function findDeliveries(store: Store, { event, endpoint, type, outcome }: DeliveryFilter): Delivery[] {
  return store
    .list("_delivery")
    .filter(
      (delivery) =>
        (!event || delivery.event === event) &&
        (!endpoint || delivery.endpoint === endpoint) &&
        (!outcome || outcomeOf(delivery) === outcome) &&
        (!type || matchesGlob(type, store.get("event", delivery.event)?.type ?? "")),
    );
}
