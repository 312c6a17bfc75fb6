import { accepts } from "./behaviours";
import { testCard } from "./test-card";
import type { TestCard } from "./types";

/** Cards that pay, and then are disputed, refunded oddly, or available at once. Numbers and names: https://docs.stripe.com/testing */
export const aftermathCards: readonly TestCard[] = [
  testCard("4000000000000259", ["createDispute"], accepts, {
    dispute: { reason: "fraudulent", status: "needs_response", count: 1 },
  }),
  testCard("4000000000002685", ["createDisputeProductNotReceived"], accepts, {
    dispute: { reason: "product_not_received", status: "needs_response", count: 1 },
  }),
  testCard("4000000000001976", ["createDisputeInquiry"], accepts, {
    dispute: { reason: "fraudulent", status: "warning_needs_response", count: 1 },
  }),
  testCard("4000000404000079", ["createMultipleDisputes"], accepts, {
    dispute: { reason: "fraudulent", status: "needs_response", count: 2 },
  }),
  testCard("4000000404000038", ["createCe3EligibleDispute"], accepts, {
    dispute: { reason: "fraudulent", status: "needs_response", count: 1 },
  }),
  testCard("4000008400000779", ["createComplianceDispute"], accepts, {
    dispute: { reason: "noncompliant", status: "needs_response", count: 1 },
  }),
  testCard("4000000000005423", ["createIssuerFraudRecord"], accepts, { fraudWarning: true }),
  testCard("4000000000007726", ["pendingRefund"], accepts, { refund: "pending_then_succeeded" }),
  testCard("4000000000005126", ["refundFail"], accepts, { refund: "succeeded_then_failed" }),
  testCard("4000000000000077", ["bypassPending"], accepts, { availableAtOnce: true }),
  testCard("4000003720000278", ["bypassPendingInternational"], accepts, {
    country: "IE",
    availableAtOnce: true,
  }),
];
