import type { Operation } from "./core/operation";
import { createInvoiceItem } from "./resources/invoice-items/create";
import {
  deleteInvoiceItem,
  listInvoiceItems,
  retrieveInvoiceItem,
  updateInvoiceItem,
} from "./resources/invoice-items/items";
import { attachInvoicePayment } from "./resources/invoices/attach-payment";
import { createInvoice } from "./resources/invoices/create";
import { createInvoicePreview } from "./resources/invoices/create-preview";
import {
  addInvoiceLines,
  removeInvoiceLines,
  updateInvoiceLineItem,
  updateInvoiceLines,
} from "./resources/invoices/lines";
import { listInvoicePayments, retrieveInvoicePayment } from "./resources/invoices/payments";
import { listInvoiceLines, listInvoices, retrieveInvoice } from "./resources/invoices/read";
import {
  deleteInvoice,
  finalizeInvoice,
  markInvoiceUncollectible,
  payInvoiceOperation,
  sendInvoice,
  voidInvoiceOperation,
} from "./resources/invoices/steps";
import { updateInvoice } from "./resources/invoices/update";
import {
  createSubscriptionItem,
  deleteSubscriptionItem,
  listSubscriptionItems,
  retrieveSubscriptionItem,
  updateSubscriptionItem,
} from "./resources/subscription-items/items";
import { listSubscriptions, retrieveSubscription } from "./resources/subscriptions/read";
import {
  cancelSubscriptionOperation,
  createSubscriptionOperation,
  migrateSubscriptionOperation,
  pauseSubscriptionOperation,
  resumeSubscriptionOperation,
  updateSubscriptionOperation,
} from "./resources/subscriptions/write";

/** What can be asked of subscriptions and invoices. */
export const BILLING_OPERATIONS: readonly Operation[] = [
  addInvoiceLines,
  attachInvoicePayment,
  cancelSubscriptionOperation,
  createInvoice,
  createInvoiceItem,
  createInvoicePreview,
  createSubscriptionItem,
  createSubscriptionOperation,
  deleteInvoice,
  deleteInvoiceItem,
  deleteSubscriptionItem,
  finalizeInvoice,
  listInvoiceItems,
  listInvoiceLines,
  listInvoicePayments,
  listInvoices,
  listSubscriptionItems,
  listSubscriptions,
  markInvoiceUncollectible,
  migrateSubscriptionOperation,
  pauseSubscriptionOperation,
  payInvoiceOperation,
  removeInvoiceLines,
  retrieveInvoice,
  retrieveInvoiceItem,
  retrieveInvoicePayment,
  resumeSubscriptionOperation,
  retrieveSubscription,
  retrieveSubscriptionItem,
  sendInvoice,
  updateInvoice,
  updateInvoiceItem,
  updateInvoiceLineItem,
  updateInvoiceLines,
  updateSubscriptionItem,
  updateSubscriptionOperation,
  voidInvoiceOperation,
];
