import { invalidRequest } from "../core/errors";
import type { Held } from "../core/kinds";
import { mergeMetadata } from "../core/metadata";
import type { Call } from "../core/work";
import { type BillingDetailsGiven, mergeBillingDetails } from "./billing-details";
import { createCardPaymentMethod, noBillingDetails } from "./card-payment-method";
import { paymentMethodOf } from "./payment-method-of";
import { type CardParams, readCard } from "./raw-card";

/** `payment_method_data`, with the card that only a browser sends. */
export type MethodData = {
  readonly type: string;
  readonly card?: CardParams;
  readonly allow_redisplay?: "always" | "limited" | "unspecified";
  readonly billing_details?: BillingDetailsGiven;
  readonly metadata?: Readonly<Record<string, string | number>>;
};

/** The two ways in which a request brings a payment method. */
export type MethodGiven = {
  readonly payment_method?: string;
  readonly payment_method_data?: MethodData;
};

/** The payment method a request names or brings with it; null when it does neither. */
export function givenMethod(call: Call<MethodGiven>): Held<"payment_method"> | null {
  const { payment_method: id, payment_method_data: data } = call.params;
  if (data !== undefined) return methodFromData(call, data, "payment_method_data[card]");
  return id === undefined ? null : paymentMethodOf(call, id, "payment_method");
}

/**
 * Makes a payment method of its data, whose card came in the parameter `param`; refuses types other than
 * cards, the only ones the stand-in knows.
 */
export function methodFromData(call: Call<unknown>, data: MethodData, param: string): Held<"payment_method"> {
  if (data.type !== "card" || data.card === undefined) {
    throw invalidRequest(`Not implemented by the emulator: a payment method of type ${data.type}`, {
      param: "type",
    });
  }
  return createCardPaymentMethod(call, readCard(call, data.card, param), {
    allowRedisplay: data.allow_redisplay ?? "unspecified",
    billingDetails: mergeBillingDetails(noBillingDetails, data.billing_details),
    metadata: mergeMetadata(null, data.metadata),
  });
}
