import { nextInvoice, nothingUpcoming, pendingInvoice } from "../../billing/invoices/preview";
import { recount } from "../../billing/invoices/recount";
import { subscriptionOf } from "../../billing/subscriptions/of-invoice";
import { pauseSubscription } from "../../billing/subscriptions/pause";
import { resumeSubscription } from "../../billing/subscriptions/resume";
import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";

type Invoice = Held<"invoice">;
type Subscription = Held<"subscription">;
type Details = NonNullable<ParamsOf<"invoices.createPreview">["subscription_details"]>;

/** What pausing a subscription gives back and bills: at once, or with whatever comes next. */
export function ofPausing(
  work: Work,
  subscription: Subscription,
  pause: NonNullable<Details["pause"]>,
): Invoice {
  const paused = pauseSubscription(work, subscription, pause);
  const billed = paused.latest_invoice !== subscription.latest_invoice && paused.latest_invoice;
  if (billed) return work.store.must("invoice", billed);
  return pendingInvoice(work, work.store.must("customer", paused.customer), paused);
}

/** The invoice a paused subscription is resumed with. */
export function ofResuming(work: Work, subscription: Subscription, details: Details): Invoice {
  const { billing_cycle_anchor: anchor, proration_behavior, proration_date } = details;
  const resumed = resumeSubscription(work, subscription, {
    ...(anchor?.type === "now" || anchor?.type === "unchanged"
      ? { billing_cycle_anchor: { type: anchor.type } }
      : {}),
    ...(proration_behavior === undefined ? {} : { proration_behavior }),
    ...(proration_date === undefined ? {} : { proration_date }),
  });
  const billed = resumed.latest_invoice !== subscription.latest_invoice && resumed.latest_invoice;
  return billed ? work.store.must("invoice", billed) : nextInvoice(work, resumed);
}

/**
 * What a subscription comes to again and again, of an invoice that was counted for what comes next: nothing that is
 * billed once. https://docs.stripe.com/api/invoices/create_preview#create_create_preview-preview_mode
 */
export function recurringInvoice(work: Work, next: Invoice): Invoice {
  const subscription = subscriptionOf(work, next);
  if (!subscription) throw nothingUpcoming(next.customer ?? "");
  const once = work.store
    .list("invoiceitem", "customer", subscription.customer)
    .filter(({ invoice }) => invoice === null || invoice === next.id);
  for (const { id } of once) work.store.delete("invoiceitem", id);
  if (next.billing_reason === "subscription_cycle") return recount(work, next, []);
  return nextInvoice(work, work.store.must("subscription", subscription.id));
}
