import type { Held } from "../../core/kinds";
import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";
import type { Call } from "../../core/work";
import { checkClientSecret } from "../../payments/client-secret";

/** The intent the URL names; a browser has to know its secret. */
export function addressedSetup(call: Call<{ readonly client_secret?: string }>): Held<"setup_intent"> {
  const intent = addressed(call, "setup_intent", "intent");
  checkClientSecret(call, intent);
  return intent;
}

/** https://docs.stripe.com/api/setup_intents/retrieve */
export const retrieveSetupIntent = operation("setupIntents.retrieve", addressedSetup, { publishable: true });

/** https://docs.stripe.com/api/setup_intents/list */
export const listSetupIntents = operation("setupIntents.list", (call) => {
  const { customer, created, payment_method } = call.params;
  return page(call, {
    kind: "setup_intent",
    url: "/v1/setup_intents",
    by: customer === undefined ? undefined : ["customer", customer],
    keep: (intent) =>
      within(intent.created, created) &&
      (payment_method === undefined || intent.payment_method === payment_method),
  });
});
