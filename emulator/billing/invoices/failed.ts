import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { changeCustomer } from "../customer";
import { subscriptionUnpaid } from "../subscriptions/unpaid";

type Invoice = Held<"invoice">;

/** What an automatic attempt leaves on an invoice: how many there were, and when the next one is. */
export type Retry = Pick<Invoice, "attempt_count" | "next_payment_attempt">;

/**
 * Records that collecting an open invoice failed. Only automatic retries count on, and say in `retry` when
 * the next one is. Emits `invoice.payment_failed`, of all but first invoices `invoice.updated`, and what it means
 * for the subscription.
 */
export function invoicePaymentFailed(work: Work, invoice: Invoice, retry?: Retry): Invoice {
  const before = work.snapshot(invoice);
  const failed = work.store.update("invoice", invoice.id, {
    attempt_count: Math.max(1, invoice.attempt_count),
    attempted: true,
    ...retry,
  });
  work.emit("invoice.payment_failed", failed);
  // Who hasn't paid for a beginning owes nothing yet, and Stripe's log says no more of it.
  const owing = failed.billing_reason !== "subscription_create";
  if (owing) work.emit("invoice.updated", failed, before);
  subscriptionUnpaid(work, failed);
  const customer = work.store.get("customer", failed.customer ?? "");
  if (customer && owing) changeCustomer(work, customer.id, { delinquent: true });
  return failed;
}

/** Records that an open invoice waits for the customer to authenticate. Emits `invoice.payment_action_required`. */
export function invoiceActionRequired(work: Work, invoice: Invoice): Invoice {
  const waiting = work.store.update("invoice", invoice.id, { attempted: true });
  work.emit("invoice.payment_action_required", waiting);
  return waiting;
}
