import type { Work } from "../core/work";
import { callOff } from "./schedules/cancel";
import { endSubscription } from "./subscriptions/end";
import { ENDED } from "./subscriptions/status";

/** Ends every subscription of a customer that is about to be deleted, and lets no invoice advance by itself. */
export function endCustomer(work: Work, customer: string): void {
  for (const subscription of work.store.list("subscription", "customer", customer)) {
    if (!ENDED[subscription.status]) endSubscription(work, subscription, "cancellation_requested");
  }
  for (const schedule of work.store.list("subscription_schedule", "customer", customer)) {
    if (schedule.status === "not_started") callOff(work, schedule);
  }
  for (const invoice of work.store.list("invoice", "customer", customer)) {
    if (invoice.auto_advance) work.store.update("invoice", invoice.id, { auto_advance: false });
  }
}
