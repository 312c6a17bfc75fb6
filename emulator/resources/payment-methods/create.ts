import { missingParam } from "../../core/errors";
import { operation } from "../../core/operation";
import { methodFromData } from "../../payments/given-method";

/**
 * From a browser with a card's number, or from anywhere with a test token.
 * https://docs.stripe.com/api/payment_methods/create
 */
export const createPaymentMethod = operation(
  "paymentMethods.create",
  (call) => {
    const { type, ...data } = call.params;
    if (type === undefined) throw missingParam("type");
    return methodFromData(call, { type, ...data }, "card");
  },
  { publishable: true },
);
