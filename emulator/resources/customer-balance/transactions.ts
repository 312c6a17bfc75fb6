import { refuseOtherCurrency } from "../../billing/customer";
import { changeBalance } from "../../billing/customer-balance";
import { notFound } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { page } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import type { Call } from "../../core/work";
import { currencyOf } from "../currency";
import { settled } from "../fields";

/** https://docs.stripe.com/api/customer_balance_transactions/create */
export const createBalanceTransaction = operation("customers.createBalanceTransaction", (call) => {
  const customer = addressed(call, "customer");
  const { amount, description, metadata } = call.params;
  const currency = currencyOf(call.params.currency);
  refuseOtherCurrency(customer, currency);
  return changeBalance(call, customer, amount, currency, {
    description: description ?? null,
    metadata: mergeMetadata(null, metadata),
    type: "adjustment",
  });
});

export const retrieveBalanceEntry = operation("customers.retrieveBalanceTransaction", addressedEntry);

/** https://docs.stripe.com/api/customer_balance_transactions/list */
export const listBalanceEntries = operation("customers.listBalanceTransactions", (call) => {
  const customer = addressed(call, "customer");
  return page(call, {
    kind: "customer_balance_transaction",
    url: `/v1/customers/${customer.id}/balance_transactions`,
    by: ["customer", customer.id],
    keep: ({ invoice }) => call.params.invoice === undefined || invoice === call.params.invoice,
  });
});

/** Its amount stays what it is. https://docs.stripe.com/api/customer_balance_transactions/update */
export const updateBalanceEntry = operation("customers.updateBalanceTransaction", (call) => {
  const entry = addressedEntry(call);
  const { description, metadata } = call.params;
  return call.store.update("customer_balance_transaction", entry.id, {
    description: settled(description, entry.description),
    metadata: mergeMetadata(entry.metadata, metadata),
  });
});

function addressedEntry(call: Call<unknown>): Held<"customer_balance_transaction"> {
  const entry = addressed(call, "customer_balance_transaction");
  if (entry.customer === call.path.customerId) return entry;
  throw notFound("customer balance transaction", call.id);
}
