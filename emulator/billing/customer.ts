import { invalidRequest, missingReference } from "../core/errors";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";

type Customer = Held<"customer">;

/** The customer an id in a parameter names; throws 400 `resource_missing` for nobody. */
export function customerOf(work: Work, id: string, param = "customer"): Customer {
  const customer = work.store.get("customer", id);
  if (!customer) throw missingReference("customer", id, param);
  return customer;
}

/** The time of the customer's clock, unix seconds. */
export function customerTime(work: Work, customer: Customer): number {
  return work.now(customer.test_clock ?? null);
}

/** Refuses a currency other than the one the customer is billed in already. */
export function refuseOtherCurrency(customer: Customer, currency: string): void {
  if (!customer.currency || customer.currency === currency) return;
  throw invalidRequest(
    `You cannot combine currencies on a single customer. This customer has an active subscription, subscription schedule, discount, quote, or invoice item with currency ${customer.currency}`,
    { param: "currency" },
  );
}

/** Refuses what a parameter names and is another customer's. */
export function refuseForeign(
  param: "invoice" | "schedule" | "subscription",
  { customer, id }: { readonly customer: string | null; readonly id: string },
  wanted: string,
): void {
  if (customer === wanted) return;
  throw invalidRequest(`The ${param} ${id} doesn't belong to the customer ${wanted}.`, { param });
}

/** The first thing billed settles a customer's currency for good. Emits `customer.updated` when it does. */
export function settleCurrency(work: Work, customer: Customer, currency: string): void {
  if (customer.currency) return;
  changeCustomer(work, customer.id, { currency });
}

/** Changes a customer as a consequence of billing; emits `customer.updated` with what changed. */
export function changeCustomer(work: Work, id: string, fields: Partial<Customer>): Customer {
  const customer = work.store.must("customer", id);
  const before = work.snapshot(customer);
  const changed = work.store.update("customer", id, fields);
  work.emit("customer.updated", changed, before);
  return changed;
}

/** A payment method that is no longer the customer's, who may be deleted by now, can't be their default. */
export function forgetDefaultMethod(work: Work, id: string, method: string): void {
  const customer = work.store.get("customer", id);
  if (customer?.invoice_settings.default_payment_method !== method) return;
  changeCustomer(work, id, {
    invoice_settings: { ...customer.invoice_settings, default_payment_method: null },
  });
}
