import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import { mergeAddress, settled } from "../fields";

type Customer = Held<"customer">;
type Given = ParamsOf<"customers.create"> | ParamsOf<"customers.update">;

/** The fields a request gives, over those the customer has. Nested objects are merged part by part. */
export function mergeCustomer(customer: Customer, given: Given): Customer {
  checkEmail(given.email);
  return {
    ...customer,
    address: mergedAddress(customer, given),
    balance: given.balance ?? customer.balance,
    ...optionalName("business_name", given.business_name),
    ...optionalName("individual_name", given.individual_name),
    description: settled(given.description, customer.description),
    email: settled(given.email, customer.email),
    invoice_prefix: given.invoice_prefix ?? customer.invoice_prefix ?? null,
    invoice_settings: mergedInvoiceSettings(customer.invoice_settings, given.invoice_settings),
    metadata: mergeMetadata(customer.metadata, given.metadata),
    name: settled(given.name, customer.name ?? null),
    next_invoice_sequence: given.next_invoice_sequence ?? customer.next_invoice_sequence ?? 1,
    phone: settled(given.phone, customer.phone ?? null),
    preferred_locales: given.preferred_locales ?? customer.preferred_locales ?? [],
    shipping: mergedShipping(customer.shipping, given.shipping),
    tax_exempt: settled(given.tax_exempt, customer.tax_exempt ?? null) ?? "none",
  };
}

function optionalName<Field extends string>(
  field: Field,
  given: string | undefined,
): { [F in Field]?: string } {
  const named: { [F in Field]?: string } = {};
  return given === undefined || given === "" ? named : Object.assign(named, { [field]: given });
}

function mergedAddress(customer: Customer, { address }: Given): NonNullable<Customer["address"]> | null {
  const present = customer.address ?? null;
  if (address === undefined) return present;
  return address === "" ? null : mergeAddress(address, present);
}

function mergedShipping(present: Customer["shipping"], given: Given["shipping"]): Customer["shipping"] {
  if (given === undefined) return present;
  if (given === "") return null;
  return {
    address: mergeAddress(given.address, present?.address ?? null),
    name: given.name,
    phone: settled(given.phone, present?.phone ?? null),
  };
}

function mergedInvoiceSettings(
  present: Customer["invoice_settings"],
  given: Given["invoice_settings"] = {},
): Customer["invoice_settings"] {
  return {
    custom_fields: settled(given.custom_fields, present.custom_fields),
    default_payment_method: settled(given.default_payment_method, present.default_payment_method),
    footer: settled(given.footer, present.footer),
    rendering_options: mergedRendering(present.rendering_options, given.rendering_options),
  };
}

function mergedRendering(
  present: Customer["invoice_settings"]["rendering_options"],
  given: NonNullable<Given["invoice_settings"]>["rendering_options"],
): Customer["invoice_settings"]["rendering_options"] {
  if (given === undefined) return present;
  if (given === "") return null;
  return {
    amount_tax_display: settled(given.amount_tax_display, present?.amount_tax_display ?? null),
    template: settled(given.template, present?.template ?? null),
  };
}

function checkEmail(email: string | undefined): void {
  if (email === undefined || email === "" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return;
  throw invalidRequest(`Invalid email address: ${email}`, { code: "email_invalid", param: "email" });
}
