import type { Operation } from "./core/operation";
import {
  searchCharges,
  searchCustomers,
  searchInvoices,
  searchPaymentIntents,
  searchPrices,
  searchProducts,
  searchSubscriptions,
} from "./resources/search";

/** What can be searched. */
export const SEARCH_OPERATIONS: readonly Operation[] = [
  searchCharges,
  searchCustomers,
  searchInvoices,
  searchPaymentIntents,
  searchPrices,
  searchProducts,
  searchSubscriptions,
];
