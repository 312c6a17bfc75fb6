import { cancelSubscription } from "../../billing/subscriptions/cancel";
import { createSubscription } from "../../billing/subscriptions/create";
import { updateSubscription } from "../../billing/subscriptions/update";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

/** https://docs.stripe.com/api/subscriptions/create */
export const createSubscriptionOperation = operation("subscriptions.create", (call) =>
  createSubscription(call, call.params),
);

/** https://docs.stripe.com/api/subscriptions/update */
export const updateSubscriptionOperation = operation("subscriptions.update", (call) =>
  updateSubscription(call, addressed(call, "subscription"), call.params),
);

/** At once; at the end of the period is an update. https://docs.stripe.com/api/subscriptions/cancel */
export const cancelSubscriptionOperation = operation("subscriptions.cancel", (call) =>
  cancelSubscription(call, addressed(call, "subscription"), call.params),
);
