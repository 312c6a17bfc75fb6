import { notFound, StripeError } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { type PageOf, page } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";
import type { Call } from "../../core/work";
import { magicPaymentMethod } from "../../payments/payment-method-of";

/** The payment method the URL names, or 404. A `pm_card_*` id stands for a new one. */
export function addressedMethod(call: Call<unknown>): Held<"payment_method"> {
  const method = magicPaymentMethod(call, call.id) ?? call.store.get("payment_method", call.id);
  if (method) return method;
  const { status, body } = notFound("PaymentMethod", call.id, "payment_method");
  const message = `${body.message}; It's possible this PaymentMethod exists on one of your connected accounts, in which case you should retry this request on that connected account. Learn more at https://stripe.com/docs/connect/authentication`;
  throw new StripeError(status, { ...body, message });
}

export const retrievePaymentMethod = operation("paymentMethods.retrieve", addressedMethod);

type Filter = { readonly type?: string; readonly allow_redisplay?: string };

function methodsOf(
  customer: string | undefined,
  { type, allow_redisplay }: Filter,
): PageOf<"payment_method"> {
  return {
    kind: "payment_method",
    url: "/v1/payment_methods",
    // Without a customer Stripe lists nothing, whatever there is.
    by: ["customer", customer ?? ""],
    keep: (method) =>
      (type === undefined || method.type === type) &&
      (allow_redisplay === undefined || method.allow_redisplay === allow_redisplay),
  };
}

/** https://docs.stripe.com/api/payment_methods/list */
export const listPaymentMethods = operation("paymentMethods.list", (call) =>
  page(call, methodsOf(call.params.customer, call.params)),
);

/** https://docs.stripe.com/api/payment_methods/customer_list */
export const listCustomerPaymentMethods = operation("customers.listPaymentMethods", (call) => {
  const { id } = addressed(call, "customer");
  return { ...page(call, methodsOf(id, call.params)), url: `/v1/customers/${id}/payment_methods` };
});
