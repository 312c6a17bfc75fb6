import { invoiceOfIntent } from "../../billing/invoices/payment";
import { invalidRequest } from "../../core/errors";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";
import { cancelIntent } from "../../payments/cancel";
import { captureIntent } from "../../payments/capture";
import { refuseCancel, refuseCapture } from "../../payments/states";

/** https://docs.stripe.com/api/payment_intents/capture */
export const capturePaymentIntent = operation("paymentIntents.capture", (call) => {
  const intent = addressed(call, "payment_intent", "intent");
  refuseCapture(intent);
  return captureIntent(call, intent, call.params.amount_to_capture);
});

/** https://docs.stripe.com/api/payment_intents/cancel */
export const cancelPaymentIntent = operation("paymentIntents.cancel", (call) => {
  const intent = addressed(call, "payment_intent", "intent");
  refuseCancel(intent);
  if (invoiceOfIntent(call, intent)) {
    throw invalidRequest(
      "You cannot cancel this PaymentIntent because it belongs to an invoice. Void the invoice instead.",
      { code: "payment_intent_unexpected_state" },
    );
  }
  return cancelIntent(call, intent, call.params.cancellation_reason ?? null);
});
