import type { Operation } from "./core/operation";
import { retrieveBalance } from "./resources/charges/balance";
import {
  listBalanceTransactions,
  retrieveBalanceTransaction,
} from "./resources/charges/balance-transactions";
import { captureCharge } from "./resources/charges/capture";
import { listCharges, retrieveCharge, updateCharge } from "./resources/charges/charges";
import { createCharge } from "./resources/charges/create";
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
import { incrementPaymentAuthorization } from "./resources/payment-intents/increment-authorization";
import { listPaymentIntents, retrievePaymentIntent } from "./resources/payment-intents/read";
import { cancelPaymentIntent, capturePaymentIntent } from "./resources/payment-intents/steps";
import { updatePaymentIntent } from "./resources/payment-intents/update";
import {
  createMethodConfiguration,
  listMethodConfigurations,
  retrieveMethodConfiguration,
  updateMethodConfiguration,
} from "./resources/payment-method-configurations/configurations";
import { attachToCustomer, detachPaymentMethod } from "./resources/payment-methods/attach";
import { createPaymentMethod } from "./resources/payment-methods/create";
import {
  listCustomerPaymentMethods,
  listPaymentMethods,
  retrievePaymentMethod,
} from "./resources/payment-methods/read";
import { updatePaymentMethod } from "./resources/payment-methods/update";
import { listEarlyFraudWarnings, retrieveEarlyFraudWarning } from "./resources/radar/early-fraud-warnings";
import { expireRefund } from "./resources/refunds/expire";
import {
  cancelRefund,
  createRefund,
  listRefunds,
  retrieveRefund,
  updateRefund,
} from "./resources/refunds/refunds";
import { retrieveMandate } from "./resources/setup-attempts/mandates";
import { listSetupAttempts } from "./resources/setup-attempts/setup-attempts";
import { listSetupIntents, retrieveSetupIntent } from "./resources/setup-intents/read";
import {
  cancelSetupIntent,
  confirmSetupIntent,
  createSetupIntentOperation,
  updateSetupIntent,
} from "./resources/setup-intents/write";
import { createToken, retrieveToken } from "./resources/tokens/tokens";

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
  createCharge,
  createConfirmationToken,
  createMethodConfiguration,
  createPaymentIntent,
  createPaymentMethod,
  createRefund,
  createSetupIntentOperation,
  createTestConfirmationToken,
  createToken,
  detachPaymentMethod,
  expireRefund,
  incrementPaymentAuthorization,
  listBalanceTransactions,
  listCharges,
  listCustomerPaymentMethods,
  listDisputes,
  listEarlyFraudWarnings,
  listMethodConfigurations,
  listPaymentIntents,
  listPaymentMethods,
  listRefunds,
  listSetupAttempts,
  listSetupIntents,
  retrieveBalance,
  retrieveBalanceTransaction,
  retrieveCharge,
  retrieveConfirmationToken,
  retrieveDispute,
  retrieveEarlyFraudWarning,
  retrieveMandate,
  retrieveMethodConfiguration,
  retrievePaymentIntent,
  retrievePaymentMethod,
  retrieveRefund,
  retrieveSetupIntent,
  retrieveToken,
  updateCharge,
  updateDispute,
  updateMethodConfiguration,
  updatePaymentIntent,
  updatePaymentMethod,
  updateRefund,
  updateSetupIntent,
];
