import type { Held } from "../../core/kinds";
import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";
import type { Call } from "../../core/work";
import { checkClientSecret } from "../../payments/client-secret";

/** The intent the URL names; a browser has to know its secret. */
export function addressedIntent(call: Call<{ readonly client_secret?: string }>): Held<"payment_intent"> {
  const intent = addressed(call, "payment_intent", "intent");
  checkClientSecret(call, intent);
  return intent;
}

/** https://docs.stripe.com/api/payment_intents/retrieve */
export const retrievePaymentIntent = operation("paymentIntents.retrieve", addressedIntent, {
  publishable: true,
});

/** https://docs.stripe.com/api/payment_intents/list */
export const listPaymentIntents = operation("paymentIntents.list", (call) => {
  const { customer, created } = call.params;
  return page(call, {
    kind: "payment_intent",
    url: "/v1/payment_intents",
    by: customer === undefined ? undefined : ["customer", customer],
    keep: (intent) => within(intent.created, created),
  });
});
