import { notFound } from "../../core/errors";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

/** https://docs.stripe.com/api/payment_methods/customer */
export const retrieveCustomerPaymentMethod = operation("customers.retrievePaymentMethod", (call) => {
  const method = addressed(call, "payment_method", "payment_method");
  if (method.customer === call.path.customerId) return method;
  throw notFound("PaymentMethod", call.id, "payment_method");
});
