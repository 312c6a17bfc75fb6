import type { Operation } from "./core/operation";
import { listInvoicePayments, retrieveInvoicePayment } from "./resources/invoices/payments";
import { listInvoiceLines, listInvoices, retrieveInvoice } from "./resources/invoices/read";
import { createSubscriptionOperation } from "./resources/subscriptions/create";
import { listSubscriptions, retrieveSubscription } from "./resources/subscriptions/read";

/** What can be asked of subscriptions and invoices. */
export const BILLING_OPERATIONS: readonly Operation[] = [
  createSubscriptionOperation,
  listInvoiceLines,
  listInvoicePayments,
  listInvoices,
  listSubscriptions,
  retrieveInvoice,
  retrieveInvoicePayment,
  retrieveSubscription,
];
