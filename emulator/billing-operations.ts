import type { Operation } from "./core/operation";
import { listInvoicePayments, retrieveInvoicePayment } from "./resources/invoices/payments";
import { listInvoiceLines, listInvoices, retrieveInvoice } from "./resources/invoices/read";
import { listSubscriptions, retrieveSubscription } from "./resources/subscriptions/read";
import {
  cancelSubscriptionOperation,
  createSubscriptionOperation,
  updateSubscriptionOperation,
} from "./resources/subscriptions/write";

/** What can be asked of subscriptions and invoices. */
export const BILLING_OPERATIONS: readonly Operation[] = [
  cancelSubscriptionOperation,
  createSubscriptionOperation,
  listInvoiceLines,
  listInvoicePayments,
  listInvoices,
  listSubscriptions,
  retrieveInvoice,
  retrieveInvoicePayment,
  retrieveSubscription,
  updateSubscriptionOperation,
];
