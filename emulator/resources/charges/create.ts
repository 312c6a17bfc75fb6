import { customerOf } from "../../billing/customer";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { cardError, invalidRequest, missingParam } from "../../core/errors";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import { checkAmount } from "../../payments/amount";
import { createCardPaymentMethod } from "../../payments/card-payment-method";
import { cardOfToken, sourceOf } from "../../payments/card-token";
import { type ChargeBasis, chargeFailed, chargeSucceeded } from "../../payments/charge";
import { declineBody } from "../../payments/decline-body";
import { openDisputes } from "../../payments/dispute";
import { cardBehind } from "../../payments/issuer";
import { currencyOf } from "../currency";
import { shippingOf } from "../payment-intents/fields";

/**
 * Charges a token at once, as was done before there were PaymentIntents: its holder can't be asked for
 * anything. https://docs.stripe.com/api/charges/create
 */
export const createCharge = operation("charges.create", (call) => {
  const { params } = call;
  refuseUnbuilt(params, [
    "application_fee",
    "application_fee_amount",
    "destination",
    "on_behalf_of",
    "transfer_data",
  ]);
  if (params.amount === undefined) throw missingParam("amount");
  if (params.currency === undefined) throw missingParam("currency");
  const currency = currencyOf(params.currency);
  checkAmount(params.amount, currency);
  const customer = params.customer === undefined ? null : customerOf(call, params.customer).id;
  if (params.source === undefined) throw customer === null ? nothingToCharge() : noActiveCard();
  const given = cardOfToken(call, params.source, "source");
  const method = createCardPaymentMethod(call, given);
  const basis: ChargeBasis = {
    id: null,
    amount: params.amount,
    capture_method: params.capture === false ? "manual" : "automatic",
    currency,
    customer,
    description: params.description ?? null,
    metadata: mergeMetadata(null, params.metadata),
    receipt_email: params.receipt_email ?? null,
    shipping: shippingOf(params.shipping),
    source: sourceOf(call, params.source, given).id,
    statement_descriptor: params.statement_descriptor ?? null,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    transfer_group: params.transfer_group ?? null,
  };
  const card = cardBehind(call, method);
  const outcome = card.behaviour.chargeOffSession;
  if (outcome.result === "declined") {
    const failed = chargeFailed(call, basis, method, outcome.decline);
    throw cardError({ ...declineBody(outcome.decline), charge: failed.id }, true);
  }
  const charge = chargeSucceeded(call, basis, method, false);
  if (charge.captured) openDisputes(call, charge, card);
  return call.store.must("charge", charge.id);
});

function nothingToCharge() {
  return invalidRequest("Must provide source or customer.", { code: "parameter_missing" });
}

/** Cards of customers are payment methods, which this way of charging doesn't know. */
function noActiveCard() {
  return cardError(
    { code: "missing", message: "Cannot charge a customer that has no active card", param: "card" },
    false,
  );
}
