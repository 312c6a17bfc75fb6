import { notFound } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { customerTime } from "../customer";
import { pendingItems } from "../invoices/invoice-item";
import { endSubscription } from "./end";
import { finalInvoice } from "./final-invoice";
import { itemsOf } from "./period";
import { prorate } from "./prorate";
import { withDetails } from "./read-ending";
import { ENDED } from "./status";

type Subscription = Held<"subscription">;

/**
 * Ends a subscription at once; `prorate` gives back its unused time as a pending credit, `invoice_now` bills
 * what is pending and what was used. Emits `customer.subscription.deleted` first. https://docs.stripe.com/api/subscriptions/cancel
 */
export function cancelSubscription(
  work: Work,
  subscription: Subscription,
  params: ParamsOf<"subscriptions.cancel">,
): Subscription {
  if (ENDED[subscription.status]) throw notFound("subscription", subscription.id);
  const now = customerTime(work, work.store.must("customer", subscription.customer));
  const details = params.cancellation_details && withDetails(subscription, params.cancellation_details);
  const { comment, feedback, feedback_option } = details ?? {};
  // What was to happen later has been overtaken.
  const unscheduled = work.store.update("subscription", subscription.id, {
    cancel_at: null,
    cancel_at_period_end: false,
  });
  const ended = endSubscription(work, unscheduled, "cancellation_requested", {
    ...(comment === undefined ? {} : { comment }),
    ...(feedback === undefined ? {} : { feedback }),
    ...(feedback_option === undefined ? {} : { feedback_option }),
  });
  if (params.prorate) {
    const removed = itemsOf(work, ended).map((before) => ({ before, after: null }));
    prorate(work, ended, removed, now);
  } else if (!params.invoice_now) dropPending(work, ended);
  if (params.invoice_now) finalInvoice(work, ended, now + 1);
  return work.store.must("subscription", subscription.id);
}

/** Without a final invoice, prorations that wait for one lapse; what else waits is left to whoever put it there. */
function dropPending(work: Work, subscription: Subscription): void {
  for (const item of pendingItems(work, subscription.customer, subscription.id)) {
    const own = item.parent?.subscription_details?.subscription === subscription.id;
    if (!own || !item.proration) continue;
    work.store.delete("invoiceitem", item.id);
    work.emit("invoiceitem.deleted", item);
  }
}
