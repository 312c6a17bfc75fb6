import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { type LineAmounts, totalsOf } from "../totals";

type Invoice = Held<"invoice">;

/** The lines of an invoice, in its order. */
export function linesOf(work: Work, invoice: Pick<Invoice, "lines">): readonly Held<"line_item">[] {
  return invoice.lines.map((id) => work.store.must("line_item", id));
}

/** The fields of an invoice that follow from its lines while it is a draft. */
export function draftAmounts(
  lines: readonly Held<"line_item">[],
  startingBalance: number,
): Pick<
  Invoice,
  "amount_due" | "amount_remaining" | "subtotal" | "subtotal_excluding_tax" | "total" | "total_excluding_tax"
> {
  const totals = totalsOf(lines.map(amountsOf));
  const due = Math.max(0, totals.total + startingBalance);
  return {
    amount_due: due,
    amount_remaining: due,
    subtotal: totals.subtotal,
    subtotal_excluding_tax: totals.subtotalExcludingTax,
    total: totals.total,
    total_excluding_tax: totals.totalExcludingTax,
  };
}

function amountsOf(line: Held<"line_item">): LineAmounts {
  return {
    amount: line.amount,
    discounts: (line.discount_amounts ?? []).map(({ amount }) => amount),
    taxes: (line.taxes ?? []).map(({ amount, tax_behavior }) => ({
      amount,
      inclusive: tax_behavior === "inclusive",
    })),
  };
}
