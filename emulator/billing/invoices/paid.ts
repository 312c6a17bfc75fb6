import type { Held } from "../../core/kinds";
import type { Snapshot, Work } from "../../core/work";
import { changeCustomer, customerTime } from "../customer";
import { type EventType, inOrder } from "../in-order";
import { refreshEntitlements } from "../subscriptions/entitlements";
import { subscriptionPaid } from "../subscriptions/paid";
import { defaultPayment } from "./payment";

type Invoice = Held<"invoice">;

/** Marks an open invoice as paid by its PaymentIntent. */
export function invoicePaid(work: Work, invoice: Invoice): Invoice {
  return conclude(
    work,
    invoice,
    { amount_paid: invoice.amount_due, attempt_count: Math.max(1, invoice.attempt_count), attempted: true },
    defaultPayment(work, invoice),
  );
}

/** Marks an invoice as paid with nothing charged: it came to nothing, or the customer's balance covered it. */
export function paidWithoutCharge(work: Work, invoice: Invoice): Invoice {
  return conclude(work, invoice, { attempted: true }, null);
}

/** Marks an invoice as paid by other means than Stripe. */
export function paidOutOfBand(work: Work, invoice: Invoice): Invoice {
  return inOrder(
    work,
    () => ELSEWHERE_EVENTS,
    (noted) => conclude(noted, invoice, { amount_paid: invoice.amount_due }, null),
  );
}

/** The events of that, in the order of Stripe's log. */
const ELSEWHERE_EVENTS: readonly EventType[] = [
  "customer.subscription.updated",
  "customer.subscription.pending_update_applied",
  "customer.subscription.resumed",
  "invoice.paid",
  "invoice.payment_succeeded",
  "invoice.updated",
  "customer.updated",
  "entitlements.active_entitlement_summary.updated",
];

/** Marks an invoice as paid that payments of their own have paid together; `before` is it without the last one. */
export function paidInParts(work: Work, invoice: Invoice, before: Snapshot): Invoice {
  return conclude(work, invoice, { attempted: true }, null, before);
}

/** Marks an invoice as paid that a credit note has left nothing of to pay; `before` is it without that. */
export function paidByCredit(work: Work, invoice: Invoice, before: Snapshot): Invoice {
  return conclude(work, invoice, {}, null, before);
}

/**
 * Emits, where they apply, the subscription's change, `invoice.updated`, `invoice.paid`,
 * `invoice.payment_succeeded`, `invoice_payment.paid` and the customer's new entitlements.
 */
function conclude(
  work: Work,
  invoice: Invoice,
  fields: Partial<Invoice>,
  payment: Held<"invoice_payment"> | null,
  before: Snapshot = work.snapshot(invoice),
): Invoice {
  // Whoever pays may have been deleted as a customer in the meantime.
  const customer = work.store.get("customer", invoice.customer ?? "");
  const now = customer ? customerTime(work, customer) : work.now();
  const paid = work.store.update("invoice", invoice.id, {
    amount_remaining: 0,
    auto_advance: false,
    next_payment_attempt: null,
    status: "paid",
    status_transitions: { ...invoice.status_transitions, paid_at: now },
    ...fields,
  });
  subscriptionPaid(work, paid);
  work.emit("invoice.updated", paid, before);
  work.emit("invoice.paid", paid);
  work.emit("invoice.payment_succeeded", paid);
  if (payment) settlePayment(work, payment, payment.amount_requested, now);
  if (customer?.delinquent) changeCustomer(work, customer.id, { delinquent: false });
  if (customer) refreshEntitlements(work, customer.id);
  return paid;
}

/** Notes that a payment has brought its amount (minor units). Emits `invoice_payment.paid`. */
export function settlePayment(
  work: Work,
  payment: Held<"invoice_payment">,
  amount: number,
  now: number = work.now(),
): void {
  const settled = work.store.update("invoice_payment", payment.id, {
    amount_paid: amount,
    status: "paid",
    status_transitions: { ...payment.status_transitions, paid_at: now },
  });
  work.emit("invoice_payment.paid", settled);
}
