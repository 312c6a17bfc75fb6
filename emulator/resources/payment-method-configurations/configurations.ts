import { missingReference } from "../../core/errors";
import { page } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";
import { defaultConfiguration } from "./default";
import { METHODS_OFF, shownAs } from "./preferences";

/** https://docs.stripe.com/api/payment_method_configurations/create */
export const createMethodConfiguration = operation("paymentMethodConfigurations.create", (call) => {
  const { name, parent } = call.params;
  defaultConfiguration(call);
  if (parent !== undefined && !call.store.get("payment_method_configuration", parent)) {
    throw missingReference("payment_method_configuration", parent, "parent");
  }
  return call.store.put("payment_method_configuration", {
    ...METHODS_OFF,
    ...shownAs(call.params),
    id: call.newId("payment_method_configuration"),
    object: "payment_method_configuration",
    active: true,
    application: null,
    is_default: false,
    livemode: false,
    name: name ?? "Configuration",
    parent: parent ?? null,
  });
});

export const retrieveMethodConfiguration = operation("paymentMethodConfigurations.retrieve", (call) =>
  addressed(call, "payment_method_configuration", "configuration"),
);

/** https://docs.stripe.com/api/payment_method_configurations/list */
export const listMethodConfigurations = operation("paymentMethodConfigurations.list", (call) => {
  const { active, application } = call.params;
  defaultConfiguration(call);
  return page(call, {
    kind: "payment_method_configuration",
    url: "/v1/payment_method_configurations",
    keep: (configuration) => (active === undefined || configuration.active === active) && !application,
  });
});

/** https://docs.stripe.com/api/payment_method_configurations/update */
export const updateMethodConfiguration = operation("paymentMethodConfigurations.update", (call) => {
  const configuration = addressed(call, "payment_method_configuration", "configuration");
  return call.store.update("payment_method_configuration", configuration.id, {
    ...shownAs(call.params),
    active: call.params.active ?? configuration.active,
    name: call.params.name ?? configuration.name,
  });
});
