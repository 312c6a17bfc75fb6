import { invalidRequest } from "../../core/errors";
import { refuseLess } from "../../core/least-values";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";
import { captureAlone, captureIntent } from "../../payments/capture";

/** Takes what a charge has authorized. https://docs.stripe.com/api/charges/capture */
export const captureCharge = operation("charges.capture", (call) => {
  const charge = addressed(call, "charge");
  refuseLess(call.params.amount ?? charge.amount, 1, "amount");
  if (charge.captured) {
    throw invalidRequest(`Charge ${charge.id} has already been captured.`, {
      code: "charge_already_captured",
    });
  }
  if (charge.payment_intent === null && charge.status === "succeeded" && !charge.refunded) {
    return captureAlone(call, charge, call.params.amount);
  }
  const intent = call.store.get("payment_intent", charge.payment_intent ?? "");
  if (charge.status !== "succeeded" || intent?.status !== "requires_capture") {
    throw invalidRequest(`Charge ${charge.id} could not be captured: it holds no authorization.`);
  }
  captureIntent(call, intent, call.params.amount);
  return call.store.must("charge", charge.id);
});
