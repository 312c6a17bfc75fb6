import { customerOf } from "../../billing/customer";
import { invoiceOfIntent } from "../../billing/invoices/payment";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest } from "../../core/errors";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import { checkAmount } from "../../payments/amount";
import { givenMethod } from "../../payments/given-method";
import { refuseForeignUse } from "../../payments/method-owner";
import { methodTypes } from "../../payments/method-types";
import { refuseAmount, refuseMethod } from "../../payments/states";
import { currencyOf } from "../currency";
import { settled } from "../fields";
import { cardOptions, shippingOf } from "./fields";

/** Changes an intent; its amount only while nothing is paid. https://docs.stripe.com/api/payment_intents/update */
export const updatePaymentIntent = operation("paymentIntents.update", (call) => {
  const { params } = call;
  refuseUnbuilt(params, ["application_fee_amount", "customer_account", "transfer_data"]);
  const intent = addressed(call, "payment_intent", "intent");
  const currency = params.currency === undefined ? intent.currency : currencyOf(params.currency);
  const amount = params.amount ?? intent.amount;
  if (amount !== intent.amount || currency !== intent.currency) {
    refuseAmount(intent);
    checkAmount(amount, currency);
  }
  const customer = params.customer === undefined ? intent.customer : customerOf(call, params.customer).id;
  const changed = amount !== intent.amount || currency !== intent.currency || customer !== intent.customer;
  if (changed && invoiceOfIntent(call, intent)) throw invoiced();
  const method = givenMethod(call);
  if (method) refuseMethod(intent);
  if (method) refuseForeignUse(method, customer, "PaymentIntent");
  return call.store.update("payment_intent", intent.id, {
    amount,
    capture_method: params.capture_method ?? intent.capture_method,
    currency,
    customer,
    ...methodTypes(params, intent),
    description: settled(params.description, intent.description),
    metadata: mergeMetadata(intent.metadata, params.metadata),
    ...(params.payment_method_options ? cardOptions(params.payment_method_options, intent) : {}),
    ...(method ? { payment_method: method.id, status: "requires_confirmation" } : {}),
    receipt_email: settled(params.receipt_email, intent.receipt_email),
    setup_future_usage: settled(params.setup_future_usage, intent.setup_future_usage),
    shipping: params.shipping === undefined ? intent.shipping : shippingOf(params.shipping),
    statement_descriptor: settled(params.statement_descriptor, intent.statement_descriptor),
    statement_descriptor_suffix: settled(
      params.statement_descriptor_suffix,
      intent.statement_descriptor_suffix,
    ),
    transfer_group: settled(params.transfer_group, intent.transfer_group),
  });
});

/** Otherwise an invoice would be paid by less than it asks for, or by somebody else. */
function invoiced() {
  return invalidRequest(
    "This PaymentIntent's amount and customer can't be changed: they are its invoice's.",
    {
      code: "payment_intent_unexpected_state",
    },
  );
}
