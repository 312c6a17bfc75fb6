import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import type { Job } from "../../core/records";
import type { Work } from "../../core/work";
import { periodEnd } from "../periods";
import { invoiceDraft } from "./invoice-now";
import { ENDED } from "./status";

type Subscription = Held<"subscription">;
type Given = ParamsOf<"subscriptions.update">["pending_invoice_item_interval"];
type Interval = Pick<Subscription, "next_pending_invoice_item_invoice" | "pending_invoice_item_interval">;

const HOUR = 3600;
const JOB = "subscription.bill_pending";

/** How often what is pending is billed beside the periods, as a request says, counted from `now` (unix seconds). */
export function pendingInterval(given: Given, now: number): Interval {
  if (!given) return { next_pending_invoice_item_invoice: null, pending_invoice_item_interval: null };
  const { interval, interval_count: count = 1 } = given;
  return {
    next_pending_invoice_item_invoice: periodEnd(now, { count, interval }),
    pending_invoice_item_interval: { interval, interval_count: count },
  };
}

/** Queues the next time at which what is pending is billed, in the place of the one there was. */
export function schedulePending(work: Work, subscription: Subscription): void {
  for (const job of work.store.list("_job", "subject", subscription.id)) {
    if (job.name === JOB) work.store.delete("_job", job.id);
  }
  const { id, next_pending_invoice_item_invoice: at, test_clock: clock } = subscription;
  if (at !== null) work.schedule({ at, clock, name: JOB, subject: id });
}

/**
 * Bills what is pending of a subscription, as an invoice made by hand would, and goes on to the next time. Emits
 * `invoice.created`, where anything is pending, and `customer.subscription.updated`.
 * https://docs.stripe.com/api/subscriptions/create#create_subscription-pending_invoice_item_interval
 */
export function billPending(work: Work, { at, subject }: Job): void {
  const subscription = work.store.get("subscription", subject);
  const interval = subscription?.pending_invoice_item_interval;
  if (!subscription || !interval || ENDED[subscription.status]) return;
  const before = work.snapshot(subscription);
  const draft = invoiceDraft(work, subscription, "manual", { end: at, start: at }, [], {
    automatically_finalizes_at: at + HOUR + 1,
    next_payment_attempt: subscription.collection_method === "send_invoice" ? null : at + HOUR,
  });
  if (draft) {
    const clock = subscription.test_clock;
    work.schedule({ at: at + HOUR, clock, name: "invoice.advance", subject: draft.id });
  }
  const billed = work.store.update("subscription", subject, pendingInterval(interval, at));
  schedulePending(work, billed);
  work.emit("customer.subscription.updated", billed, before);
}
