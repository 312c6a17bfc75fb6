import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { page, within } from "../../core/lists";
import { addressed, referenced } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation, type ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { refundCharge } from "../../payments/refund";

/** https://docs.stripe.com/api/refunds/create */
export const createRefund = operation("refunds.create", (call) => {
  const { amount, metadata, reason } = call.params;
  refuseUnbuilt(call.params, [
    "currency",
    "customer",
    "origin",
    "refund_application_fee",
    "reverse_transfer",
  ]);
  return refundCharge(call, chargeToRefund(call, call.params), {
    ...(amount === undefined ? {} : { amount }),
    metadata: mergeMetadata(null, metadata),
    reason: reason ?? null,
  });
});

export const retrieveRefund = operation("refunds.retrieve", (call) => addressed(call, "refund", "refund"));

/** https://docs.stripe.com/api/refunds/list */
export const listRefunds = operation("refunds.list", (call) => {
  const { charge, payment_intent: intent, created } = call.params;
  return page(call, {
    kind: "refund",
    url: "/v1/refunds",
    by: charge === undefined ? undefined : ["charge", charge],
    keep: (refund) =>
      within(refund.created, created) && (intent === undefined || refund.payment_intent === intent),
  });
});

/** https://docs.stripe.com/api/refunds/update */
export const updateRefund = operation("refunds.update", (call) => {
  const refund = addressed(call, "refund", "refund");
  const before = call.snapshot(refund);
  const updated = call.store.update("refund", refund.id, {
    metadata: mergeMetadata(refund.metadata, call.params.metadata),
  });
  call.emit("refund.updated", updated, before);
  return updated;
});

/** Cards are refunded at once, so that there is never anything to cancel. https://docs.stripe.com/api/refunds/cancel */
export const cancelRefund = operation("refunds.cancel", (call) => {
  addressed(call, "refund", "refund");
  throw invalidRequest("Canceling this refund is unsupported.");
});

function chargeToRefund(work: Work, params: ParamsOf<"refunds.create">): Held<"charge"> {
  if (params.charge !== undefined) {
    const charge = referenced(work, "charge", params.charge, "charge");
    const { payment_intent: intent = charge.payment_intent } = params;
    if (charge.payment_intent === intent) return charge;
    throw invalidRequest(`The charge ${charge.id} is not of the PaymentIntent ${intent}.`, {
      param: "payment_intent",
    });
  }
  if (params.payment_intent === undefined) {
    throw invalidRequest(
      "One of the following params should be provided for this request: payment_intent or charge.",
    );
  }
  const intent = referenced(work, "payment_intent", params.payment_intent, "payment_intent");
  const charge = intent.latest_charge && work.store.must("charge", intent.latest_charge);
  if (charge && charge.status === "succeeded" && charge.captured) return charge;
  throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`);
}
