import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

export const retrieveBalanceTransaction = operation("balanceTransactions.retrieve", (call) =>
  addressed(call, "balance_transaction"),
);

/** https://docs.stripe.com/api/balance_transactions/list */
export const listBalanceTransactions = operation("balanceTransactions.list", (call) => {
  const { created, currency, source, type } = call.params;
  return page(call, {
    kind: "balance_transaction",
    url: "/v1/balance_transactions",
    keep: (entry) =>
      within(entry.created, created) &&
      (currency === undefined || entry.currency === currency) &&
      (source === undefined || entry.source === source) &&
      (type === undefined || entry.type === type),
  });
});
