import type { Operation } from "./core/operation";
import {
  createBalanceTransaction,
  listBalanceEntries,
  retrieveBalanceEntry,
  updateBalanceEntry,
} from "./resources/customer-balance/transactions";
import { retrieveCustomerPaymentMethod } from "./resources/payment-methods/of-customer";
import { createTaxId, deleteTaxId, listTaxIds, retrieveTaxId } from "./resources/tax-ids/account-tax-ids";
import {
  createCustomerTaxId,
  deleteCustomerTaxId,
  listCustomerTaxIds,
  retrieveCustomerTaxId,
} from "./resources/tax-ids/customer-tax-ids";

/** What belongs to a customer beside subscriptions: balance, tax ids, payment methods. */
export const CUSTOMER_OPERATIONS: readonly Operation[] = [
  createBalanceTransaction,
  createCustomerTaxId,
  createTaxId,
  deleteCustomerTaxId,
  deleteTaxId,
  listBalanceEntries,
  listCustomerTaxIds,
  listTaxIds,
  retrieveBalanceEntry,
  retrieveCustomerPaymentMethod,
  retrieveCustomerTaxId,
  retrieveTaxId,
  updateBalanceEntry,
];
