import { invalidRequest } from "../../core/errors";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

/** Only a refund that waits for its customer expires, and a card's never does. https://docs.stripe.com/api/refunds/expire */
export const expireRefund = operation("testHelpers.refunds.expire", (call) => {
  const { status } = addressed(call, "refund", "refund");
  throw invalidRequest(
    `This refund has a status of ${status}. Only refunds with a status of requires_action can be expired.`,
  );
});
