import type { EventType } from "../in-order";

/** How the creation of a subscription can end. */
export type Creation = "paid" | "waiting" | "requires_action" | "declined" | "trialing" | "invoiced";

/** The events of each, in the order they were seen in Stripe's log. */
export const CREATION_EVENTS: Readonly<Record<Creation, readonly EventType[]>> = {
  paid: [
    "charge.succeeded",
    "charge.dispute.created",
    "charge.dispute.funds_withdrawn",
    "customer.updated",
    "customer.discount.created",
    "customer.subscription.created",
    "payment_intent.succeeded",
    "payment_intent.created",
    "invoice.created",
    "invoice.finalized",
    "invoice.paid",
    "invoice.payment_succeeded",
    "invoice_payment.paid",
    "entitlements.active_entitlement_summary.updated",
  ],
  waiting: [
    "customer.updated",
    "invoice.created",
    "invoice.finalized",
    "payment_intent.created",
    "customer.discount.created",
    "customer.subscription.created",
  ],
  requires_action: [
    "customer.updated",
    "invoice.created",
    "invoice.finalized",
    "payment_intent.created",
    "payment_intent.requires_action",
    "invoice.payment_action_required",
    "customer.discount.created",
    "customer.subscription.created",
  ],
  declined: [
    "customer.updated",
    "invoice.created",
    "invoice.finalized",
    "payment_intent.created",
    "charge.failed",
    "payment_intent.payment_failed",
    "invoice.payment_failed",
    "customer.discount.created",
    "customer.subscription.created",
  ],
  trialing: [
    "customer.updated",
    "invoice.created",
    "invoice.finalized",
    "customer.discount.created",
    "customer.subscription.created",
    "invoice.paid",
    "invoice.payment_succeeded",
    "setup_intent.created",
    "customer.subscription.trial_will_end",
    "entitlements.active_entitlement_summary.updated",
  ],
  invoiced: [
    "customer.updated",
    "invoice.created",
    "customer.discount.created",
    "customer.subscription.created",
    "entitlements.active_entitlement_summary.updated",
  ],
};
