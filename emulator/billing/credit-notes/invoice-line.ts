import { invalidRequest, missingParam, type StripeError } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import type { Work } from "../../core/work";
import { blankLine, type CreditLine } from "./blank-line";
import type { LineGiven } from "./lines";
import { share } from "./share";

/** Credits a line of the invoice, or a part of it, with that part of its discounts and taxes. */
export function ofInvoiceLine(
  work: Work,
  invoice: Held<"invoice">,
  given: LineGiven,
  at: string,
): CreditLine {
  const { amount: asked, invoice_line_item: id } = given;
  if (id === undefined) throw missingParam(`${at}[invoice_line_item]`);
  if (asked !== undefined && given.quantity !== undefined) throw bothGiven(at);
  const line = referenced(work, "line_item", id, `${at}[invoice_line_item]`);
  if (line.invoice !== invoice.id) throw elsewhere(id, invoice.id, at);
  const quantity = asked === undefined ? (given.quantity ?? line.quantity) : null;
  const amount = asked ?? share(line.amount, quantity ?? 1, line.quantity ?? 1);
  if (Math.abs(amount) > Math.abs(line.amount)) throw tooMuch(id, at);
  const part = (of: number) => share(of, amount, line.amount);
  const discounts = (line.discount_amounts ?? []).map((entry) => ({ ...entry, amount: part(entry.amount) }));
  const taxes = (line.taxes ?? []).map((tax) => ({
    ...tax,
    amount: part(tax.amount),
    taxable_amount: tax.taxable_amount === null ? null : part(tax.taxable_amount),
  }));
  return {
    ...blankLine(amount, "invoice_line_item"),
    description: line.description,
    discount_amount: discounts.reduce((sum, entry) => sum + entry.amount, 0),
    discount_amounts: discounts,
    invoice_line_item: line.id,
    metadata: mergeMetadata(null, given.metadata),
    pretax_credit_amounts: discounts.map((entry) => ({ ...entry, type: "discount" })),
    quantity,
    tax_rates: taxes.flatMap(({ tax_rate_details: rate }) => (rate ? [rate.tax_rate] : [])),
    taxes,
    unit_amount_decimal: quantity === null ? null : (line.pricing?.unit_amount_decimal ?? null),
  };
}

function bothGiven(at: string): StripeError {
  return invalidRequest("You may only specify one of these parameters: amount, quantity.", {
    code: "parameters_exclusive",
    param: `${at}[amount]`,
  });
}

function elsewhere(id: string, invoice: string, at: string): StripeError {
  return invalidRequest(`The invoice line item ${id} does not belong to the invoice ${invoice}.`, {
    param: `${at}[invoice_line_item]`,
  });
}

function tooMuch(id: string, at: string): StripeError {
  return invalidRequest(`More is credited than the invoice line item ${id} comes to.`, { param: at });
}
