import type Stripe from "stripe";
import type { Listed } from "./listed";

type Paging = { limit: number; ending_before?: string; starting_after?: string };
type Walk = (stripe: Stripe, page: Paging, listed: Listed) => Stripe.ApiListPromise<{ id: string }>;

/** Every list there is, as the SDK asks for it, by the operation's name. */
export const WALKS: Readonly<Record<string, Walk>> = {
  "balanceTransactions.list": (stripe, page) => stripe.balanceTransactions.list(page),
  "billing.feedbackOptions.list": (stripe, page) => stripe.billing.feedbackOptions.list(page),
  "billing.meters.list": (stripe, page) => stripe.billing.meters.list(page),
  "billing.meters.listEventSummaries": (stripe, page, { customer, meter, used }) =>
    stripe.billing.meters.listEventSummaries(meter, {
      ...page,
      ...used,
      customer,
      value_grouping_window: "hour",
    }),
  "billingPortal.configurations.list": (stripe, page) => stripe.billingPortal.configurations.list(page),
  "charges.list": (stripe, page) => stripe.charges.list(page),
  "checkout.sessions.list": (stripe, page) => stripe.checkout.sessions.list(page),
  "checkout.sessions.listLineItems": (stripe, page, { session }) =>
    stripe.checkout.sessions.listLineItems(session, page),
  "coupons.list": (stripe, page) => stripe.coupons.list(page),
  "creditNotes.list": (stripe, page) => stripe.creditNotes.list(page),
  "creditNotes.listLineItems": (stripe, page, { creditNote }) =>
    stripe.creditNotes.listLineItems(creditNote, page),
  "creditNotes.listPreviewLineItems": (stripe, page, { creditLines: lines, invoice }) =>
    stripe.creditNotes.listPreviewLineItems({ ...page, credit_amount: 300, invoice, lines }),
  "customers.list": (stripe, page) => stripe.customers.list(page),
  "customers.listBalanceTransactions": (stripe, page, { customer }) =>
    stripe.customers.listBalanceTransactions(customer, page),
  "customers.listPaymentMethods": (stripe, page, { customer }) =>
    stripe.customers.listPaymentMethods(customer, page),
  "customers.listTaxIds": (stripe, page, { customer }) => stripe.customers.listTaxIds(customer, page),
  "disputes.list": (stripe, page) => stripe.disputes.list(page),
  "entitlements.activeEntitlements.list": (stripe, page, { customer }) =>
    stripe.entitlements.activeEntitlements.list({ ...page, customer }),
  "entitlements.features.list": (stripe, page) => stripe.entitlements.features.list(page),
  "events.list": (stripe, page) => stripe.events.list({ ...page, type: "customer.*" }),
  "invoiceItems.list": (stripe, page) => stripe.invoiceItems.list(page),
  "invoicePayments.list": (stripe, page) => stripe.invoicePayments.list(page),
  "invoices.list": (stripe, page) => stripe.invoices.list(page),
  "invoices.listLineItems": (stripe, page, { invoice }) => stripe.invoices.listLineItems(invoice, page),
  "paymentIntents.list": (stripe, page) => stripe.paymentIntents.list(page),
  "paymentMethodConfigurations.list": (stripe, page) => stripe.paymentMethodConfigurations.list(page),
  "paymentMethods.list": (stripe, page, { customer }) => stripe.paymentMethods.list({ ...page, customer }),
  "prices.list": (stripe, page) => stripe.prices.list(page),
  "products.list": (stripe, page) => stripe.products.list(page),
  "products.listFeatures": (stripe, page, { product }) => stripe.products.listFeatures(product, page),
  "promotionCodes.list": (stripe, page) => stripe.promotionCodes.list(page),
  "radar.earlyFraudWarnings.list": (stripe, page) => stripe.radar.earlyFraudWarnings.list(page),
  "refunds.list": (stripe, page) => stripe.refunds.list(page),
  "setupAttempts.list": (stripe, page, { setupIntent: setup_intent }) =>
    stripe.setupAttempts.list({ ...page, setup_intent }),
  "setupIntents.list": (stripe, page) => stripe.setupIntents.list(page),
  "shippingRates.list": (stripe, page) => stripe.shippingRates.list(page),
  "subscriptionItems.list": (stripe, page, { subscription }) =>
    stripe.subscriptionItems.list({ ...page, subscription }),
  "subscriptionSchedules.list": (stripe, page) => stripe.subscriptionSchedules.list(page),
  "subscriptions.list": (stripe, page) => stripe.subscriptions.list(page),
  "taxCodes.list": (stripe, page) => stripe.taxCodes.list(page),
  "taxIds.list": (stripe, page) => stripe.taxIds.list(page),
  "taxRates.list": (stripe, page) => stripe.taxRates.list(page),
  "testHelpers.testClocks.list": (stripe, page) => stripe.testHelpers.testClocks.list(page),
  "webhookEndpoints.list": (stripe, page) => stripe.webhookEndpoints.list(page),
};
