import type { Handler } from "@/lib/stripe/webhooks/on";
import checkoutSessionCompleted from "./checkout.session.completed";
import checkoutSessionExpired from "./checkout.session.expired";
import customerDeleted from "./customer.deleted";
import customerSubscription from "./customer.subscription";
import customerSubscriptionDeleted from "./customer.subscription.deleted";
import customerSubscriptionTrialWillEnd from "./customer.subscription.trial_will_end";
import customerSubscriptionUpdated from "./customer.subscription.updated";
import invoicePaid from "./invoice.paid";
import invoicePaymentFailed from "./invoice.payment_failed";
import invoiceVoided from "./invoice.voided";
import itemPayment from "./item-payment";
import paymentMethodAttached from "./payment_method.attached";
import refund from "./refund";

/** Every reaction of ours to Stripe's events. A file in this folder that isn't listed here fails a test. */
export const handlers: readonly Handler[] = [
  checkoutSessionCompleted,
  checkoutSessionExpired,
  customerDeleted,
  customerSubscription,
  customerSubscriptionDeleted,
  customerSubscriptionTrialWillEnd,
  customerSubscriptionUpdated,
  invoicePaid,
  invoicePaymentFailed,
  invoiceVoided,
  paymentMethodAttached,
  itemPayment,
  refund,
];
