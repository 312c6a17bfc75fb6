import { createSubscription } from "../../billing/subscriptions/create";
import { operation } from "../../core/operation";

/** https://docs.stripe.com/api/subscriptions/create */
export const createSubscriptionOperation = operation("subscriptions.create", (call) =>
  createSubscription(call, call.params),
);
