import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";

/** A customer's default must be a payment method attached to that customer. */
export function checkDefaultMethod(work: Work, customer: Held<"customer">, method: string | undefined): void {
  if (method === undefined || method === "") return;
  if (work.store.get("payment_method", method)?.customer === customer.id) return;
  const message =
    `The customer does not have a payment method with the ID ${method}. ` +
    "The payment method must be attached to the customer.";
  throw invalidRequest(message, {
    code: "resource_missing",
    param: "invoice_settings[default_payment_method]",
  });
}
