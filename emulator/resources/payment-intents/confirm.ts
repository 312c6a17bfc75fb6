import { operation, type ParamsOf } from "../../core/operation";
import type { Call } from "../../core/work";
import { confirmPayment } from "../../payments/confirm";
import { spendToken, tokenOf, withToken } from "../../payments/confirmation-token";
import { givenMethod, type MethodGiven } from "../../payments/given-method";
import { refuseConfirm } from "../../payments/states";
import { cardOptions, shippingOf } from "./fields";
import { addressedIntent } from "./read";

/** What the SDK's types know, and what only a browser sends. */
type Params = ParamsOf<"paymentIntents.confirm"> & MethodGiven & { readonly client_secret?: string };

/** https://docs.stripe.com/api/payment_intents/confirm */
export const confirmPaymentIntent = operation(
  "paymentIntents.confirm",
  (call: Call<Params>) => {
    const intent = addressedIntent(call);
    refuseConfirm(intent);
    const token = tokenOf(call);
    const { payment_method_options, receipt_email, shipping } = call.params;
    const { setup_future_usage = token?.setup_future_usage } = call.params;
    const prepared = call.store.update("payment_intent", intent.id, {
      ...(payment_method_options ? cardOptions(payment_method_options, intent) : {}),
      ...(receipt_email === undefined ? {} : { receipt_email: receipt_email || null }),
      ...(setup_future_usage ? { setup_future_usage } : {}),
      ...(token?.shipping ? { shipping: token.shipping } : {}),
      ...(shipping === undefined ? {} : { shipping: shippingOf(shipping) }),
    });
    spendToken(call, token, intent);
    const confirmation = withToken(call, token);
    return confirmPayment(confirmation, prepared, givenMethod(confirmation));
  },
  { publishable: true },
);
