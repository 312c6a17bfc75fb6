import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { draftInvoice, ofSubscription } from "../invoices/draft";
import { finalize } from "../invoices/finalize";
import { bindItems, lineOf, pendingItems } from "../invoices/invoice-item";
import { firstLines } from "./first-lines";
import type { CreateParams } from "./read-create";

type Subscription = Held<"subscription">;
type Behavior = NonNullable<CreateParams["proration_behavior"]>;

const HOUR = 3600;

/**
 * Makes a new subscription's first invoice: closed at once where it is charged, a draft for an hour where it
 * is sent or the subscription was started by a schedule. https://docs.stripe.com/billing/invoices/subscription
 */
export function firstInvoice(work: Work, subscription: Subscription, behavior: Behavior): Held<"invoice"> {
  const extras = pendingItems(work, subscription.customer, subscription.id).filter(
    ({ parent }) => parent?.subscription_details?.subscription === subscription.id,
  );
  const sent = subscription.collection_method === "send_invoice";
  const drafted = sent || (subscription.schedule !== null && subscription.status === "active");
  const draft = draftInvoice(work, work.store.must("customer", subscription.customer), {
    auto_advance: true,
    billing_reason: "subscription_create",
    collection_method: subscription.collection_method,
    currency: subscription.currency,
    default_payment_method: null,
    lines: [...extras.map(lineOf), ...firstLines(work, subscription, behavior)],
    ...ofSubscription(work, subscription),
    period_end: subscription.created,
    period_start: subscription.created,
    ...(drafted ? { automatically_finalizes_at: subscription.created + HOUR } : {}),
  });
  bindItems(work, extras, draft.id);
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
