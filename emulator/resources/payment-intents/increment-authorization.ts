import { refuseUnbuilt } from "../../billing/unbuilt";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import { incrementAuthorization } from "../../payments/increment-authorization";

/** https://docs.stripe.com/api/payment_intents/increment_authorization */
export const incrementPaymentAuthorization = operation("paymentIntents.incrementAuthorization", (call) => {
  const { amount, description, metadata, statement_descriptor } = call.params;
  refuseUnbuilt(call.params, ["application_fee_amount", "transfer_data"]);
  const intent = addressed(call, "payment_intent", "intent");
  return incrementAuthorization(call, intent, amount, {
    ...(description === undefined ? {} : { description }),
    metadata: mergeMetadata(intent.metadata, metadata),
    ...(statement_descriptor === undefined ? {} : { statement_descriptor }),
  });
});
