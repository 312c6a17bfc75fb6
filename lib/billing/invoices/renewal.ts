import type Stripe from "stripe";
import type { Named } from "../status";

/** Whether an invoice is made by a subscription's going on, when nobody is there; else somebody has just asked for it. */
const renews: Record<Named<Stripe.Invoice.BillingReason>, boolean> = {
  subscription_cycle: true,
  subscription_threshold: true,
  subscription_create: false,
  subscription_update: false,
  subscription: false,
  automatic_pending_invoice_item_invoice: false,
  manual: false,
  quote_accept: false,
  upcoming: false,
};

/** https://docs.stripe.com/api/invoices/object#invoice_object-billing_reason */
export function isRenewal(reason: string | null): boolean {
  return reason !== null && isNamed(reason) && renews[reason];
}

function isNamed(reason: string): reason is keyof typeof renews {
  return Object.hasOwn(renews, reason);
}
