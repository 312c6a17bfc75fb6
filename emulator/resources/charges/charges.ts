import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import { shippingOf } from "../payment-intents/fields";

export const retrieveCharge = operation("charges.retrieve", (call) => addressed(call, "charge"));

/** https://docs.stripe.com/api/charges/list */
export const listCharges = operation("charges.list", (call) => {
  const { customer, payment_intent: intent, created } = call.params;
  return page(call, {
    kind: "charge",
    url: "/v1/charges",
    by:
      intent !== undefined
        ? ["payment_intent", intent]
        : customer !== undefined
          ? ["customer", customer]
          : undefined,
    keep: (charge) =>
      within(charge.created, created) && (customer === undefined || charge.customer === customer),
  });
});

/** https://docs.stripe.com/api/charges/update */
export const updateCharge = operation("charges.update", (call) => {
  const charge = addressed(call, "charge");
  const { description, fraud_details, metadata, receipt_email, shipping, transfer_group } = call.params;
  const before = call.snapshot(charge);
  const updated = call.store.update("charge", charge.id, {
    description: description ?? charge.description,
    fraud_details: fraud_details?.user_report
      ? { ...charge.fraud_details, user_report: fraud_details.user_report }
      : charge.fraud_details,
    metadata: mergeMetadata(charge.metadata, metadata),
    receipt_email: receipt_email ?? charge.receipt_email,
    shipping: shipping === undefined ? charge.shipping : shippingOf(shipping),
    transfer_group: transfer_group ?? charge.transfer_group,
  });
  call.emit("charge.updated", updated, before);
  return updated;
});
