import type { Operation } from "./core/operation";
import { confirmPaymentIntent } from "./resources/payment-intents/confirm";
import { createPaymentIntent } from "./resources/payment-intents/create";
import { listPaymentIntents, retrievePaymentIntent } from "./resources/payment-intents/read";
import { attachToCustomer, detachPaymentMethod } from "./resources/payment-methods/attach";
import { createPaymentMethod } from "./resources/payment-methods/create";
import {
  listCustomerPaymentMethods,
  listPaymentMethods,
  retrievePaymentMethod,
} from "./resources/payment-methods/read";
import { updatePaymentMethod } from "./resources/payment-methods/update";

/** What can be asked of cards and payments. */
export const PAYMENT_OPERATIONS: readonly Operation[] = [
  attachToCustomer,
  confirmPaymentIntent,
  createPaymentIntent,
  createPaymentMethod,
  detachPaymentMethod,
  listCustomerPaymentMethods,
  listPaymentIntents,
  listPaymentMethods,
  retrievePaymentIntent,
  retrievePaymentMethod,
  updatePaymentMethod,
];
