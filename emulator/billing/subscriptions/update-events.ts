import type { EventType } from "../in-order";

/** The events of an update, in the order they were seen in Stripe's log. */
export const UPDATE_EVENTS: readonly EventType[] = [
  "invoiceitem.created",
  "invoice.created",
  "invoice.finalized",
  "payment_intent.created",
  "charge.succeeded",
  "charge.dispute.created",
  "charge.dispute.funds_withdrawn",
  "charge.failed",
  "payment_intent.succeeded",
  "payment_intent.payment_failed",
  "payment_intent.requires_action",
  "invoice.payment_action_required",
  "invoice.payment_failed",
  "customer.discount.deleted",
  "customer.discount.created",
  "customer.subscription.updated",
  "customer.subscription.paused",
  "customer.subscription.deleted",
  "invoice.paid",
  "invoice.payment_succeeded",
  "invoice_payment.paid",
  "customer.updated",
  "entitlements.active_entitlement_summary.updated",
];
