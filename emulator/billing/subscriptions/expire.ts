import type { Job } from "../../core/records";
import type { Work } from "../../core/work";
import { voidInvoice } from "../invoices/void";
import { unschedule } from "./schedule";

/**
 * Ends a subscription whose first payment never came: its invoice is void. Emits that and
 * `customer.subscription.updated`. https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses
 */
export function expireSubscription(work: Work, { subject }: Job): void {
  const subscription = work.store.get("subscription", subject);
  if (subscription?.status !== "incomplete") return;
  const before = work.snapshot(subscription);
  const invoice = subscription.latest_invoice && work.store.must("invoice", subscription.latest_invoice);
  if (invoice && invoice.status === "open") voidInvoice(work, invoice);
  unschedule(work, subscription);
  const ended_at = work.now(subscription.test_clock);
  const expired = work.store.update("subscription", subject, { ended_at, status: "incomplete_expired" });
  work.emit("customer.subscription.updated", expired, before);
}
