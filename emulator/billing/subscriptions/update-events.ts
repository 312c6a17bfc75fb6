import type { EventType } from "../in-order";

const LEADING: readonly EventType[] = [
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
  "invoice.voided",
  "payment_intent.canceled",
  "customer.discount.deleted",
  "customer.discount.created",
  "subscription_schedule.updated",
  "subscription_schedule.released",
  "subscription_schedule.completed",
  "subscription_schedule.canceled",
  "subscription_schedule.aborted",
  "customer.subscription.created",
];

const FOLLOWING: readonly EventType[] = [
  "invoice.paid",
  "invoice.payment_succeeded",
  "invoice_payment.paid",
  "customer.updated",
  "entitlements.active_entitlement_summary.updated",
];

/** The events of an update, in the order they were seen in Stripe's log. */
export const UPDATE_EVENTS: readonly EventType[] = [
  ...LEADING,
  "customer.subscription.updated",
  "customer.subscription.trial_will_end",
  "customer.subscription.pending_update_applied",
  "customer.subscription.pending_update_expired",
  "customer.subscription.resumed",
  "customer.subscription.paused",
  "customer.subscription.deleted",
  ...FOLLOWING,
];

/** Those of a pause that is asked for, and of its end: what happened is said before what it changed. */
export const PAUSE_EVENTS: readonly EventType[] = [
  ...LEADING,
  "customer.subscription.resumed",
  "customer.subscription.paused",
  "customer.subscription.updated",
  ...FOLLOWING,
];
