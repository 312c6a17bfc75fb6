import { endCustomer } from "../../billing/end-customer";
import { addressed, remove } from "../../core/lookup";
import { operation } from "../../core/operation";

/** Ends the customer's subscriptions at once, and leaves a stub. https://docs.stripe.com/api/customers/delete */
export const deleteCustomer = operation("customers.del", (call) => {
  const { id } = addressed(call, "customer");
  endCustomer(call, id);
  call.emit("customer.deleted", call.store.must("customer", id));
  return remove(call, "customer", id);
});
