import { cancelSubscription } from "../../billing/subscriptions/cancel";
import { createSubscription } from "../../billing/subscriptions/create";
import { migrateSubscription } from "../../billing/subscriptions/migrate";
import { pauseSubscription } from "../../billing/subscriptions/pause";
import { resumeSubscription } from "../../billing/subscriptions/resume";
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

/** https://docs.stripe.com/api/subscriptions/pause */
export const pauseSubscriptionOperation = operation("subscriptions.pause", (call) =>
  pauseSubscription(call, addressed(call, "subscription"), call.params),
);

/** https://docs.stripe.com/api/subscriptions/resume */
export const resumeSubscriptionOperation = operation("subscriptions.resume", (call) =>
  resumeSubscription(call, addressed(call, "subscription"), call.params),
);

/** https://docs.stripe.com/api/subscriptions/migrate */
export const migrateSubscriptionOperation = operation("subscriptions.migrate", (call) =>
  migrateSubscription(call, addressed(call, "subscription"), call.params),
);
