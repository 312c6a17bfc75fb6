import { invalidRequest } from "../../core/errors";
import { page } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

/** A reason for leaving, in the seller's own words. https://docs.stripe.com/api/billing/feedback-option/create */
export const createFeedbackOption = operation("billing.feedbackOptions.create", (call) =>
  call.store.put("billing.feedback_option", {
    id: call.newId("feedback_option"),
    object: "billing.feedback_option",
    description: call.params.description,
    livemode: false,
    status: "active",
    status_transitions: { deactivated_at: null },
  }),
);

export const retrieveFeedbackOption = operation("billing.feedbackOptions.retrieve", (call) =>
  addressed(call, "billing.feedback_option"),
);

/** https://docs.stripe.com/api/billing/feedback-option/list */
export const listFeedbackOptions = operation("billing.feedbackOptions.list", (call) => {
  const { status } = call.params;
  return page(call, {
    kind: "billing.feedback_option",
    url: "/v1/billing/feedback_options",
    keep: (option) => status === undefined || option.status === status,
  });
});

/** https://docs.stripe.com/api/billing/feedback-option/update */
export const updateFeedbackOption = operation("billing.feedbackOptions.update", (call) => {
  const { description, id } = addressed(call, "billing.feedback_option");
  return call.store.update("billing.feedback_option", id, {
    description: call.params.description ?? description,
  });
});

/** Nobody is asked with it from now on. https://docs.stripe.com/api/billing/feedback-option/deactivate */
export const deactivateFeedbackOption = operation("billing.feedbackOptions.deactivate", (call) => {
  const { id, status } = addressed(call, "billing.feedback_option");
  if (status === "inactive") throw invalidRequest(`The feedback option ${id} is already inactive.`);
  return call.store.update("billing.feedback_option", id, {
    status: "inactive",
    status_transitions: { deactivated_at: call.now() },
  });
});
