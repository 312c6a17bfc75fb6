import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { draftInvoice, type LineDraft, ofSubscription } from "../invoices/draft";
import { finalize } from "../invoices/finalize";
import { bindItems, lineOf, pendingItems } from "../invoices/invoice-item";

type BillingReason = NonNullable<Held<"invoice">["billing_reason"]>;

/** Bills a subscription's pending invoice items at once; null when there are none. Doesn't collect. */
export function invoicePending(
  work: Work,
  subscription: Held<"subscription">,
  billingReason: BillingReason,
  period: { readonly start: number; readonly end: number },
): Held<"invoice"> | null {
  const draft = invoiceDraft(work, subscription, billingReason, period);
  return draft && finalize(work, draft);
}

/** Drafts the invoice of a subscription's pending invoice items and of lines beside them; null when there are none. */
export function invoiceDraft(
  work: Work,
  subscription: Held<"subscription">,
  billingReason: BillingReason,
  period: { readonly start: number; readonly end: number },
  lines: readonly LineDraft[] = [],
  fields: Pick<Partial<Held<"invoice">>, "automatically_finalizes_at" | "next_payment_attempt"> = {},
): Held<"invoice"> | null {
  const pending = [...pendingItems(work, subscription.customer, subscription.id)].reverse();
  if (pending.length + lines.length === 0) return null;
  const draft = draftInvoice(work, work.store.must("customer", subscription.customer), {
    auto_advance: true,
    billing_reason: billingReason,
    collection_method: subscription.collection_method,
    currency: subscription.currency,
    lines: [...pending.map(lineOf), ...lines],
    ...fields,
    ...ofSubscription(work, subscription),
    period_end: period.end,
    period_start: period.start,
  });
  bindItems(work, pending, draft.id);
  work.store.update("subscription", subscription.id, { latest_invoice: draft.id });
  return draft;
}
