import { missingParam } from "../../core/errors";
import { mergeMetadata } from "../../core/metadata";
import type { Work } from "../../core/work";
import { decimal, fraction, times } from "../fraction";
import { roundHalfUp } from "../rounding";
import { taxAmounts } from "../tax/amounts";
import { taxRatesOf } from "../tax/rates";
import { blankLine, type CreditLine } from "./blank-line";
import type { LineGiven } from "./lines";

/** Credits what no line of the invoice says. */
export function customLine(work: Work, given: LineGiven, at: string): CreditLine {
  const { description, quantity = 1, unit_amount: unit, unit_amount_decimal: exact } = given;
  const each = exact ?? (unit === undefined ? undefined : String(unit));
  if (description === undefined) throw missingParam(`${at}[description]`);
  if (each === undefined) throw missingParam(`${at}[unit_amount]`);
  const amount = roundHalfUp(times(decimal(each), fraction(quantity)));
  const rates = taxRatesOf(work, given.tax_rates || [], `${at}[tax_rates]`);
  const taxes = taxAmounts(
    amount,
    rates.map((id) => work.store.must("tax_rate", id)),
  );
  return {
    ...blankLine(amount, "custom_line_item"),
    description,
    metadata: mergeMetadata(null, given.metadata),
    quantity,
    tax_rates: rates,
    taxes: taxes.map((tax) => ({
      amount: tax.amount,
      tax_behavior: tax.rate.inclusive ? "inclusive" : "exclusive",
      tax_rate_details: { tax_rate: tax.rate.id },
      taxability_reason: "not_available",
      taxable_amount: tax.taxable,
      type: "tax_rate_details",
    })),
    unit_amount: unit ?? null,
    unit_amount_decimal: each,
  };
}
