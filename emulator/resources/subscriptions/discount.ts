import { dropDiscount } from "../../billing/discounts/end";
import { StripeError } from "../../core/errors";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

/** Takes the discount off a subscription; of several, all of them. https://docs.stripe.com/api/discounts/subscription_delete */
export const deleteSubscriptionDiscount = operation("subscriptions.deleteDiscount", (call) => {
  const subscription = addressed(call, "subscription");
  const discounts = subscription.discounts.map((id) => call.store.must("discount", id));
  const [first] = discounts;
  if (!first) throw noDiscount("subscription", subscription.id);
  const before = call.snapshot(subscription);
  for (const discount of discounts) {
    dropDiscount(call, discount);
    call.emit("customer.discount.deleted", discount);
  }
  call.emit("customer.subscription.updated", call.store.must("subscription", subscription.id), before);
  const { end: _end, ...gone } = first;
  return { ...gone, deleted: true };
});

/** In this version of the API nothing gives a customer a discount, so that there is none to take off. https://docs.stripe.com/api/discounts/delete */
export const deleteCustomerDiscount = operation("customers.deleteDiscount", (call) => {
  throw noDiscount("customer", addressed(call, "customer").id);
});

function noDiscount(noun: string, id: string): StripeError {
  return new StripeError(404, {
    code: "resource_missing",
    message: `No active discount for ${noun}: ${id}`,
    type: "invalid_request_error",
  });
}
