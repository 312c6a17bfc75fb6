import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { attachPaymentMethod } from "../../payments/attach";
import { checkDefaultMethod } from "./default-method";

/**
 * Attaches the payment method that a customer is created with, and lets it be the default where both are asked for. A
 * `pm_card_*` id has become a payment method of its own by being attached, which the default then is.
 */
export function attachFirst(work: Work, id: string, params: ParamsOf<"customers.create">): void {
  const { payment_method: given, invoice_settings: settings } = params;
  const attached = given === undefined ? null : attachPaymentMethod(work, given, id);
  const customer = work.store.must("customer", id);
  if (attached === null || settings?.default_payment_method !== given) {
    checkDefaultMethod(work, customer, settings?.default_payment_method);
    return;
  }
  work.store.put("customer", {
    ...customer,
    invoice_settings: { ...customer.invoice_settings, default_payment_method: attached.id },
  });
}
