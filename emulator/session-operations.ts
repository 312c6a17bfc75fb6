import type { Operation } from "./core/operation";
import { createCustomerSession } from "./resources/browser-keys/customer-sessions";
import { createEphemeralKey, deleteEphemeralKey } from "./resources/browser-keys/ephemeral-keys";
import {
  createFeedbackOption,
  deactivateFeedbackOption,
  listFeedbackOptions,
  retrieveFeedbackOption,
  updateFeedbackOption,
} from "./resources/feedback-options/feedback-options";
import {
  createPortalConfiguration,
  listPortalConfigurations,
  retrievePortalConfiguration,
  updatePortalConfiguration,
} from "./resources/portal/configurations";
import { createPortalSession } from "./resources/portal/sessions";

/** Ways in for customers: the portal, and keys for what their browser shows. */
export const SESSION_OPERATIONS: readonly Operation[] = [
  createCustomerSession,
  createEphemeralKey,
  createFeedbackOption,
  createPortalConfiguration,
  createPortalSession,
  deactivateFeedbackOption,
  deleteEphemeralKey,
  listFeedbackOptions,
  listPortalConfigurations,
  retrieveFeedbackOption,
  retrievePortalConfiguration,
  updateFeedbackOption,
  updatePortalConfiguration,
];
