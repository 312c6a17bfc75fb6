import { BILLING_OPERATIONS } from "./billing-operations";
import { CHECKOUT_OPERATIONS } from "./checkout-operations";
import { CLOCK_OPERATIONS } from "./clock-operations";
import type { Operation } from "./core/operation";
import { CREDIT_NOTE_OPERATIONS } from "./credit-note-operations";
import { CUSTOMER_OPERATIONS } from "./customer-operations";
import { METER_OPERATIONS } from "./meter-operations";
import { PAYMENT_OPERATIONS } from "./payment-operations";
import { PRICING_OPERATIONS } from "./pricing-operations";
import { retrieveAccount } from "./resources/account";
import { createCustomer } from "./resources/customers/create";
import { deleteCustomer } from "./resources/customers/delete";
import { listCustomers, retrieveCustomer } from "./resources/customers/read";
import { updateCustomer } from "./resources/customers/update";
import {
  listActiveEntitlements,
  retrieveActiveEntitlement,
} from "./resources/entitlements/active-entitlements";
import {
  createFeature,
  listFeatures,
  retrieveFeature,
  updateFeature,
} from "./resources/entitlements/features";
import { listEvents, retrieveEvent } from "./resources/events";
import { createPriceOperation } from "./resources/prices/create";
import { listPrices, retrievePrice } from "./resources/prices/read";
import { updatePrice } from "./resources/prices/update";
import { createProduct } from "./resources/products/create";
import { deleteProduct } from "./resources/products/delete";
import {
  createProductFeature,
  deleteProductFeature,
  listProductFeatures,
  retrieveProductFeature,
} from "./resources/products/features";
import { listProducts, retrieveProduct } from "./resources/products/read";
import { updateProduct } from "./resources/products/update";
import { listWebhookEndpoints, retrieveWebhookEndpoint } from "./resources/webhook-endpoints/read";
import {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  updateWebhookEndpoint,
} from "./resources/webhook-endpoints/write";
import { SCHEDULE_OPERATIONS } from "./schedule-operations";
import { SEARCH_OPERATIONS } from "./search-operations";
import { SESSION_OPERATIONS } from "./session-operations";

/** Every operation that is built. What is not here is refused, and said so. */
export const OPERATIONS: readonly Operation[] = [
  ...BILLING_OPERATIONS,
  ...CHECKOUT_OPERATIONS,
  ...CLOCK_OPERATIONS,
  ...CREDIT_NOTE_OPERATIONS,
  ...CUSTOMER_OPERATIONS,
  ...METER_OPERATIONS,
  ...PAYMENT_OPERATIONS,
  ...PRICING_OPERATIONS,
  ...SCHEDULE_OPERATIONS,
  ...SEARCH_OPERATIONS,
  ...SESSION_OPERATIONS,
  createCustomer,
  createFeature,
  createPriceOperation,
  createProduct,
  createProductFeature,
  createWebhookEndpoint,
  deleteCustomer,
  deleteProduct,
  deleteProductFeature,
  deleteWebhookEndpoint,
  listActiveEntitlements,
  listCustomers,
  listEvents,
  listFeatures,
  listPrices,
  listProductFeatures,
  listProducts,
  listWebhookEndpoints,
  retrieveAccount,
  retrieveActiveEntitlement,
  retrieveCustomer,
  retrieveEvent,
  retrieveFeature,
  retrievePrice,
  retrieveProduct,
  retrieveProductFeature,
  retrieveWebhookEndpoint,
  updateCustomer,
  updateFeature,
  updatePrice,
  updateProduct,
  updateWebhookEndpoint,
];
