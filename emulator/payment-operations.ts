import type { Operation } from "./core/operation";
import {
  listBalanceTransactions,
  retrieveBalanceTransaction,
} from "./resources/charges/balance-transactions";
import { captureCharge } from "./resources/charges/capture";
import { listCharges, retrieveCharge, updateCharge } from "./resources/charges/charges";
import { createConfirmationToken, createTestConfirmationToken } from "./resources/confirmation-tokens/create";
import { retrieveConfirmationToken } from "./resources/confirmation-tokens/read";
import {
  closeDisputeOperation,
  listDisputes,
  retrieveDispute,
  updateDispute,
} from "./resources/disputes/disputes";
import { confirmPaymentIntent } from "./resources/payment-intents/confirm";
import { createPaymentIntent } from "./resources/payment-intents/create";
import { listPaymentIntents, retrievePaymentIntent } from "./resources/payment-intents/read";
import { cancelPaymentIntent, capturePaymentIntent } from "./resources/payment-intents/steps";
import { updatePaymentIntent } from "./resources/payment-intents/update";
import { attachToCustomer, detachPaymentMethod } from "./resources/payment-methods/attach";
import { createPaymentMethod } from "./resources/payment-methods/create";
import {
  listCustomerPaymentMethods,
  listPaymentMethods,
  retrievePaymentMethod,
} from "./resources/payment-methods/read";
import { updatePaymentMethod } from "./resources/payment-methods/update";
import {
  cancelRefund,
  createRefund,
  listRefunds,
  retrieveRefund,
  updateRefund,
} from "./resources/refunds/refunds";
import { listSetupIntents, retrieveSetupIntent } from "./resources/setup-intents/read";
import {
  cancelSetupIntent,
  confirmSetupIntent,
  createSetupIntentOperation,
  updateSetupIntent,
} from "./resources/setup-intents/write";

/** What can be asked of cards and payments. */
export const PAYMENT_OPERATIONS: readonly Operation[] = [
  attachToCustomer,
  cancelPaymentIntent,
  cancelRefund,
  cancelSetupIntent,
  captureCharge,
  capturePaymentIntent,
  closeDisputeOperation,
  confirmPaymentIntent,
  confirmSetupIntent,
  createConfirmationToken,
  createPaymentIntent,
  createPaymentMethod,
  createRefund,
  createSetupIntentOperation,
  createTestConfirmationToken,
  detachPaymentMethod,
  listBalanceTransactions,
  listCharges,
  listCustomerPaymentMethods,
  listDisputes,
  listPaymentIntents,
  listPaymentMethods,
  listRefunds,
  listSetupIntents,
  retrieveBalanceTransaction,
  retrieveCharge,
  retrieveConfirmationToken,
  retrieveDispute,
  retrievePaymentIntent,
  retrievePaymentMethod,
  retrieveRefund,
  retrieveSetupIntent,
  updateCharge,
  updateDispute,
  updatePaymentIntent,
  updatePaymentMethod,
  updateRefund,
  updateSetupIntent,
];
