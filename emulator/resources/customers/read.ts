import { page, within } from "../../core/lists";
import { addressedOrDeleted } from "../../core/lookup";
import { operation } from "../../core/operation";

export const retrieveCustomer = operation("customers.retrieve", (call) =>
  addressedOrDeleted(call, "customer"),
);

/** Those of test clocks are listed by their clock alone. https://docs.stripe.com/api/customers/list */
export const listCustomers = operation("customers.list", (call) => {
  const { email, created, test_clock } = call.params;
  return page(call, {
    kind: "customer",
    url: "/v1/customers",
    by: email === undefined ? undefined : ["email", email],
    keep: (customer) => within(customer.created, created) && customer.test_clock === (test_clock ?? null),
  });
});
