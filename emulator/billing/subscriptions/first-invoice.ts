import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { draftInvoice, type LineDraft, ofSubscription } from "../invoices/draft";
import { finalize } from "../invoices/finalize";
import { cycleLine, trialLine } from "../invoices/item-lines";

type Subscription = Held<"subscription">;

const HOUR = 3600;
const DAY = 86_400;

/**
 * Makes a new subscription's first invoice: closed at once where it is charged, a draft for an hour where it
 * is sent or the subscription was started by a schedule. https://docs.stripe.com/billing/invoices/subscription
 */
export function firstInvoice(work: Work, subscription: Subscription): Held<"invoice"> {
  const sent = subscription.collection_method === "send_invoice";
  const drafted = sent || (subscription.schedule !== null && subscription.status === "active");
  const draft = draftInvoice(work, work.store.must("customer", subscription.customer), {
    auto_advance: true,
    billing_reason: "subscription_create",
    collection_method: subscription.collection_method,
    currency: subscription.currency,
    default_payment_method: null,
    lines: firstLines(work, subscription),
    ...ofSubscription(work, subscription),
    period_end: subscription.created,
    period_start: subscription.created,
    ...(drafted ? { automatically_finalizes_at: subscription.created + HOUR } : {}),
    ...(sent ? { due_date: subscription.created + (subscription.days_until_due ?? 0) * DAY } : {}),
  });
  work.store.update("subscription", subscription.id, { latest_invoice: draft.id });
  if (!drafted) return finalize(work, draft);
  work.schedule({
    at: subscription.created + HOUR,
    clock: subscription.test_clock,
    name: "invoice.advance",
    subject: draft.id,
  });
  return draft;
}

function firstLines(work: Work, subscription: Subscription): readonly LineDraft[] {
  const line = subscription.status === "trialing" ? trialLine : cycleLine;
  return subscription.items
    .map((id) => work.store.must("subscription_item", id))
    .filter((item) => item.quantity !== undefined)
    .map((item) => line(work, item, { start: item.current_period_start, end: item.current_period_end }));
}
