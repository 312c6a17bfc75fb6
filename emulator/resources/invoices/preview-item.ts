import { refuseUnbuilt } from "../../billing/unbuilt";
import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { makeItem } from "../invoice-items/make-item";

type Item = NonNullable<ParamsOf<"invoices.createPreview">["invoice_items"]>[number];

/**
 * Something billed once that a preview is to show beside the rest.
 * https://docs.stripe.com/api/invoices/create_preview#create_create_preview-invoice_items
 */
export function previewItem(
  work: Work,
  { price, tax_rates: rates, ...item }: Item,
  customer: string,
  subscription: string | undefined,
): Held<"invoiceitem"> {
  refuseUnbuilt(item, ["invoiceitem", "quantity_decimal", "tax_behavior", "tax_code", "unit_amount"]);
  return makeItem(work, {
    ...item,
    customer,
    ...(price === undefined ? {} : { pricing: { price } }),
    ...(rates ? { tax_rates: rates } : {}),
    ...(subscription === undefined ? {} : { subscription }),
  });
}
