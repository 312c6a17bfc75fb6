import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";

type PaymentMethod = Held<"payment_method">;

/**
 * The payment method a subscription is charged with: its own, else the customer's default.
 * https://docs.stripe.com/billing/subscriptions/payment-methods-setting#payment-method-priority
 */
export function payingMethod(work: Work, subscription: Held<"subscription">): PaymentMethod | null {
  // Whose subscription it was may have been deleted, with an invoice of it still open.
  const customer = work.store.get("customer", subscription.customer);
  const usual = customer?.invoice_settings.default_payment_method ?? null;
  return methodById(work, subscription.default_payment_method ?? usual);
}

/** The payment method an invoice is collected with: its own, its subscription's, else the customer's default. */
export function methodForInvoice(
  work: Work,
  invoice: Held<"invoice">,
  subscription: Held<"subscription"> | null,
): PaymentMethod | null {
  const own = methodById(work, invoice.default_payment_method);
  if (own) return own;
  if (subscription) return payingMethod(work, subscription);
  const customer = work.store.get("customer", invoice.customer ?? "");
  return methodById(work, customer?.invoice_settings.default_payment_method ?? null);
}

/** Refuses a payment method that isn't saved to the customer. */
export function refuseForeignMethod(work: Work, id: string, customer: string): void {
  if (work.store.get("payment_method", id)?.customer === customer) return;
  throw invalidRequest(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    { code: "resource_missing", param: "default_payment_method" },
  );
}

/** 400 for something that has to be charged at once with nothing to charge. */
export function noMethodToCharge() {
  return invalidRequest(
    "This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.",
    { code: "resource_missing" },
  );
}

/** A payment method that is no longer the customer's pays for no subscription. Emits `customer.subscription.updated`. */
export function forgetOwnMethod(work: Work, customer: string, method: string): void {
  for (const subscription of work.store.list("subscription", "customer", customer)) {
    if (subscription.default_payment_method !== method) continue;
    const before = work.snapshot(subscription);
    const left = work.store.update("subscription", subscription.id, { default_payment_method: null });
    work.emit("customer.subscription.updated", left, before);
  }
}

/** A payment method that was taken from its customer since pays for nothing any more. */
function methodById(work: Work, id: string | null): PaymentMethod | null {
  const method = id === null ? undefined : work.store.get("payment_method", id);
  return method && method.customer !== null ? method : null;
}
