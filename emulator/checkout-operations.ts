import type { Operation } from "./core/operation";
import { createCheckoutSession } from "./resources/checkout/create";
import {
  expireCheckoutSession,
  listCheckoutLineItems,
  listCheckoutSessions,
  retrieveCheckoutSession,
} from "./resources/checkout/sessions";
import { updateCheckoutSession } from "./resources/checkout/update";

/** Stripe's own page to pay on. */
export const CHECKOUT_OPERATIONS: readonly Operation[] = [
  createCheckoutSession,
  expireCheckoutSession,
  listCheckoutLineItems,
  listCheckoutSessions,
  retrieveCheckoutSession,
  updateCheckoutSession,
];
