import { invalidRequest } from "../../core/errors";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import { mergeBillingDetails } from "../../payments/billing-details";
import { refuseDate } from "../../payments/raw-card";
import { addressedMethod } from "./read";

/** Only of a payment method saved to a customer. https://docs.stripe.com/api/payment_methods/update */
export const updatePaymentMethod = operation("paymentMethods.update", (call) => {
  const method = addressedMethod(call);
  if (method.customer === null) {
    throw invalidRequest("You must save this PaymentMethod to a customer before you can update it.", {
      code: "payment_method_unexpected_state",
      param: "payment_method",
    });
  }
  const { allow_redisplay, billing_details, card, metadata } = call.params;
  if (method.card && card) {
    refuseDate(call.now(), card.exp_month ?? method.card.exp_month, card.exp_year ?? method.card.exp_year);
  }
  const before = call.snapshot(method);
  const updated = call.store.put("payment_method", {
    ...method,
    ...(allow_redisplay === undefined ? {} : { allow_redisplay }),
    billing_details: mergeBillingDetails(method.billing_details, billing_details),
    ...(method.card && card
      ? {
          card: {
            ...method.card,
            exp_month: card.exp_month ?? method.card.exp_month,
            exp_year: card.exp_year ?? method.card.exp_year,
          },
        }
      : {}),
    metadata: mergeMetadata(method.metadata, metadata),
  });
  call.emit("payment_method.updated", updated, before);
  return updated;
});
