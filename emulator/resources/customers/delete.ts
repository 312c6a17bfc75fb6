import { addressed, remove } from "../../core/lookup";
import { operation } from "../../core/operation";

/** Ends the customer's subscriptions at once, and leaves a stub. https://docs.stripe.com/api/customers/delete */
export const deleteCustomer = operation("customers.del", (call) => {
  const customer = addressed(call, "customer");
  const last = call.store.must("customer", customer.id);
  call.emit("customer.deleted", last);
  return remove(call, "customer", customer.id);
});
