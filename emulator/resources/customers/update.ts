import { enterBalance } from "../../billing/customer-balance";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";
import { checkDefaultMethod } from "./default-method";
import { mergeCustomer } from "./fields";

/** https://docs.stripe.com/api/customers/update */
export const updateCustomer = operation("customers.update", (call) => {
  const customer = addressed(call, "customer");
  const before = call.snapshot(customer);
  const merged = mergeCustomer(customer, call.params);
  checkDefaultMethod(call, customer, call.params.invoice_settings?.default_payment_method);
  const currency = merged.currency ?? (merged.balance === 0 ? null : "usd");
  const updated = call.store.put("customer", { ...merged, currency });
  const change = merged.balance - customer.balance;
  if (change !== 0) {
    enterBalance(call, updated, change, currency ?? "usd", merged.balance, { type: "adjustment" });
  }
  call.emit("customer.updated", updated, before);
  return updated;
});
