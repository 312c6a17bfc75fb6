import { invalidRequest } from "../core/errors";
import type { Held } from "../core/kinds";

/** Refuses to use one customer's payment method for another customer, or for nobody. */
export function refuseForeignUse(
  method: Held<"payment_method">,
  customer: string | null,
  noun: "PaymentIntent" | "SetupIntent",
): void {
  if (method.customer === null || method.customer === customer) return;
  throw invalidRequest(
    customer === null
      ? `The payment method supplied (${method.id}) belongs to the Customer ${method.customer}. Please include the Customer in the \`customer\` parameter on the ${noun}.`
      : `The PaymentMethod ${method.id} does not belong to the Customer you supplied ${customer}. Please use this PaymentMethod with the Customer that it belongs to instead.`,
    { param: "payment_method" },
  );
}
