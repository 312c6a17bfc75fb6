import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

export const retrieveEarlyFraudWarning = operation("radar.earlyFraudWarnings.retrieve", (call) =>
  addressed(call, "radar.early_fraud_warning"),
);

/** https://docs.stripe.com/api/radar/early_fraud_warnings/list */
export const listEarlyFraudWarnings = operation("radar.earlyFraudWarnings.list", (call) => {
  const { charge, created, payment_intent } = call.params;
  return page(call, {
    kind: "radar.early_fraud_warning",
    url: "/v1/radar/early_fraud_warnings",
    by: charge === undefined ? undefined : ["charge", charge],
    keep: (warning) =>
      within(warning.created, created) &&
      (payment_intent === undefined || warning.payment_intent === payment_intent),
  });
});
