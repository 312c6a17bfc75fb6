import { customerOf } from "../../billing/customer";
import { readDiscounts } from "../../billing/discounts/given";
import { startDiscounts } from "../../billing/discounts/start";
import { costOf } from "../../billing/price";
import { taxRatesOf } from "../../billing/tax/rates";
import { refuseUnbuilt } from "../../billing/unbuilt";
import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";

type InvoiceItem = Held<"invoiceitem">;
type Changes = Pick<
  ParamsOf<"invoices.updateLineItem">,
  | "amount"
  | "description"
  | "discountable"
  | "discounts"
  | "metadata"
  | "period"
  | "price_data"
  | "pricing"
  | "quantity"
  | "quantity_decimal"
  | "tax_rates"
>;

/** Changes an invoice item that isn't billed yet, as a request asks. A quantity is billed at the item's price. */
export function changeItem(work: Work, item: InvoiceItem, changes: Changes): InvoiceItem {
  refuseUnbuilt(changes, ["price_data", "pricing", "quantity_decimal"]);
  const { description, discountable, metadata, period, tax_rates: rates } = changes;
  const amount = amountOf(work, item, changes);
  const quantity = changes.quantity ?? item.quantity;
  return work.store.update("invoiceitem", item.id, {
    amount,
    description: description ?? item.description,
    discountable: discountable ?? item.discountable,
    metadata: mergeMetadata(item.metadata, metadata),
    net_amount: amount,
    period: period ?? item.period,
    quantity,
    quantity_decimal: String(quantity),
    ...(rates === undefined ? {} : { tax_rates: taxRatesOf(work, rates || [], "tax_rates") }),
    ...(changes.discounts === undefined
      ? {}
      : { discounts: discountsOf(work, item, changes.discounts || []) }),
  });
}

function amountOf(work: Work, item: InvoiceItem, { amount, quantity }: Changes): number {
  const price = work.store.get("price", item.pricing?.price_details?.price ?? "");
  if (amount !== undefined || quantity === undefined || !price) return amount ?? item.amount;
  return costOf(price, quantity);
}

function discountsOf(
  work: Work,
  { id, amount, currency, customer: owner, test_clock: clock }: InvoiceItem,
  given: Parameters<typeof readDiscounts>[1],
): readonly string[] {
  const customer = customerOf(work, owner);
  const starts = readDiscounts(work, given, { customer, currency, amount });
  return startDiscounts(work, starts, { clock, customer: owner, invoice_item: id, now: work.now(clock) });
}
