import { operation, type ParamsOf } from "../../core/operation";
import type { Call } from "../../core/work";
import { confirmPayment } from "../../payments/confirm";
import { givenMethod, type MethodGiven } from "../../payments/given-method";
import { shippingOf } from "./fields";
import { addressedIntent } from "./read";

/** What the SDK's types know, and what only a browser sends. */
type Params = ParamsOf<"paymentIntents.confirm"> & MethodGiven & { readonly client_secret?: string };

/** https://docs.stripe.com/api/payment_intents/confirm */
export const confirmPaymentIntent = operation(
  "paymentIntents.confirm",
  (call: Call<Params>) => {
    const intent = addressedIntent(call);
    const { receipt_email, setup_future_usage, shipping } = call.params;
    const prepared = call.store.update("payment_intent", intent.id, {
      ...(receipt_email === undefined ? {} : { receipt_email: receipt_email || null }),
      ...(setup_future_usage ? { setup_future_usage } : {}),
      ...(shipping === undefined ? {} : { shipping: shippingOf(shipping) }),
    });
    return confirmPayment(call, prepared, givenMethod(call));
  },
  { publishable: true },
);
