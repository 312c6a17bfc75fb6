import { customerOf } from "../../billing/customer";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation, type ParamsOf } from "../../core/operation";
import type { Call } from "../../core/work";
import { abandonChallenges } from "../../payments/challenge";
import { confirmSetup } from "../../payments/confirm-setup";
import { refuseIdleToken, spendToken, tokenOf, withToken } from "../../payments/confirmation-token";
import { givenMethod, type MethodGiven } from "../../payments/given-method";
import { configurationDetails } from "../../payments/method-configuration";
import { refuseForeignUse } from "../../payments/method-owner";
import { methodTypes } from "../../payments/method-types";
import { createSetupIntent } from "../../payments/setup-intent";
import { refuseSetupCancel, refuseSetupChange } from "../../payments/setup-states";
import { settled } from "../fields";
import { addressedSetup } from "./read";

/** https://docs.stripe.com/api/setup_intents/create */
export const createSetupIntentOperation = operation("setupIntents.create", (call) => {
  const { params } = call;
  refuseUnbuilt(params, ["customer_account", "on_behalf_of", "single_use"]);
  const customer = params.customer === undefined ? null : customerOf(call, params.customer).id;
  refuseIdleToken(params);
  const token = tokenOf(call);
  const confirmation = withToken(call, token);
  const method = givenMethod(confirmation);
  if (method) refuseForeignUse(method, customer, "SetupIntent");
  const automatic = params.automatic_payment_methods;
  const intent = createSetupIntent(call, {
    automatic_payment_methods: {
      allow_redirects: automatic?.allow_redirects ?? "always",
      enabled: automatic?.enabled ?? true,
    },
    customer,
    ...methodTypes(params),
    description: params.description ?? null,
    metadata: mergeMetadata(null, params.metadata),
    payment_method: method?.id ?? null,
    payment_method_configuration_details: configurationDetails(call, params),
  });
  spendToken(call, token, intent);
  return params.confirm ? confirmSetup(confirmation, intent, method) : intent;
});

type ConfirmParams = ParamsOf<"setupIntents.confirm"> & MethodGiven & { readonly client_secret?: string };

/** https://docs.stripe.com/api/setup_intents/confirm */
export const confirmSetupIntent = operation(
  "setupIntents.confirm",
  (call: Call<ConfirmParams>) => {
    const intent = addressedSetup(call);
    const token = tokenOf(call);
    spendToken(call, token, intent);
    const confirmation = withToken(call, token);
    return confirmSetup(confirmation, intent, givenMethod(confirmation));
  },
  { publishable: true },
);

/** https://docs.stripe.com/api/setup_intents/update */
export const updateSetupIntent = operation("setupIntents.update", (call) => {
  const { params } = call;
  const intent = addressed(call, "setup_intent", "intent");
  const method = givenMethod(call);
  if (method || params.customer !== undefined) refuseSetupChange(intent);
  const customer = params.customer === undefined ? intent.customer : customerOf(call, params.customer).id;
  if (method) refuseForeignUse(method, customer, "SetupIntent");
  return call.store.update("setup_intent", intent.id, {
    customer,
    ...methodTypes(params, intent),
    description: settled(params.description, intent.description),
    metadata: mergeMetadata(intent.metadata, params.metadata),
    ...(method ? { payment_method: method.id, status: "requires_confirmation" } : {}),
  });
});

/** https://docs.stripe.com/api/setup_intents/cancel */
export const cancelSetupIntent = operation("setupIntents.cancel", (call) => {
  const intent = addressed(call, "setup_intent", "intent");
  refuseSetupCancel(intent);
  abandonChallenges(call, intent.id);
  const canceled = call.store.update("setup_intent", intent.id, {
    cancellation_reason: call.params.cancellation_reason ?? null,
    next_action: null,
    status: "canceled",
  });
  call.emit("setup_intent.canceled", canceled);
  return canceled;
});
