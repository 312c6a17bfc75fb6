import { customerOf } from "../../billing/customer";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import { checkAmount } from "../../payments/amount";
import { confirmPayment } from "../../payments/confirm";
import { refuseIdleToken, spendToken, tokenOf, withToken } from "../../payments/confirmation-token";
import { givenMethod } from "../../payments/given-method";
import { createIntent } from "../../payments/intent";
import { configurationDetails } from "../../payments/method-configuration";
import { refuseForeignUse } from "../../payments/method-owner";
import { methodTypes } from "../../payments/method-types";
import { currencyOf } from "../currency";
import { cardOptions, paymentDetails, shippingOf } from "./fields";

/** Creates an intent and, with `confirm`, tries to pay it at once. https://docs.stripe.com/api/payment_intents/create */
export const createPaymentIntent = operation("paymentIntents.create", (call) => {
  const { params } = call;
  refuseUnbuilt(params, [
    "application_fee_amount",
    "customer_account",
    "mandate",
    "on_behalf_of",
    "transfer_data",
  ]);
  const currency = currencyOf(params.currency);
  checkAmount(params.amount, currency);
  const customer = params.customer === undefined ? null : customerOf(call, params.customer).id;
  refuseIdleToken(params);
  const token = tokenOf(call);
  const confirmation = withToken(call, token);
  const method = givenMethod(confirmation);
  if (method) refuseForeignUse(method, customer, "PaymentIntent");
  const automatic = params.automatic_payment_methods;
  const intent = createIntent(call, {
    amount: params.amount,
    automatic_payment_methods: {
      allow_redirects: automatic?.allow_redirects ?? "always",
      enabled: automatic?.enabled ?? true,
    },
    capture_method: params.capture_method ?? "automatic_async",
    confirmation_method: params.confirmation_method ?? "automatic",
    currency,
    customer,
    ...methodTypes(params),
    description: params.description ?? null,
    metadata: mergeMetadata(null, params.metadata),
    payment_method: method?.id ?? null,
    payment_method_configuration_details: configurationDetails(call, params),
    ...paymentDetails(params.payment_details),
    ...cardOptions(params.payment_method_options),
    receipt_email: params.receipt_email || null,
    setup_future_usage: params.setup_future_usage ?? token?.setup_future_usage ?? null,
    shipping: params.shipping === undefined ? (token?.shipping ?? null) : shippingOf(params.shipping),
    statement_descriptor: params.statement_descriptor ?? null,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    transfer_group: params.transfer_group ?? null,
  });
  spendToken(call, token, intent);
  return params.confirm ? confirmPayment(confirmation, intent, method) : intent;
});
