import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { type LineAmounts, totalsOf } from "../totals";

type Invoice = Held<"invoice">;

/** The lines of an invoice, in its order. */
export function linesOf(work: Work, invoice: Pick<Invoice, "lines">): readonly Held<"line_item">[] {
  return invoice.lines.map((id) => work.store.must("line_item", id));
}

type Amounts = Pick<
  Invoice,
  | "amount_due"
  | "amount_remaining"
  | "subtotal"
  | "subtotal_excluding_tax"
  | "total"
  | "total_discount_amounts"
  | "total_excluding_tax"
  | "total_pretax_credit_amounts"
  | "total_taxes"
>;

/** The fields of an invoice that follow from its lines while it is a draft. */
export function draftAmounts(lines: readonly Held<"line_item">[], startingBalance: number): Amounts {
  const totals = totalsOf(lines.map(amountsOf));
  const due = Math.max(0, totals.total + startingBalance);
  return {
    amount_due: due,
    amount_remaining: due,
    subtotal: totals.subtotal,
    subtotal_excluding_tax: totals.subtotalExcludingTax,
    total: totals.total,
    total_discount_amounts: discountTotals(lines),
    total_excluding_tax: totals.totalExcludingTax,
    total_pretax_credit_amounts: discountTotals(lines).map((entry) => ({ ...entry, type: "discount" })),
    total_taxes: taxTotals(lines),
  };
}

/** What each discount takes off in all, in the order they come up. */
function discountTotals(lines: readonly Held<"line_item">[]): { amount: number; discount: string }[] {
  const totals = new Map<string, number>();
  for (const { amount, discount } of lines.flatMap((line) => line.discount_amounts ?? [])) {
    totals.set(discount, (totals.get(discount) ?? 0) + amount);
  }
  return [...totals].map(([discount, amount]) => ({ amount, discount }));
}

/** What each tax rate adds or holds in all, in the order they come up. */
function taxTotals(lines: readonly Held<"line_item">[]): NonNullable<Invoice["total_taxes"]> {
  const totals = new Map<string, NonNullable<Invoice["total_taxes"]>[number]>();
  for (const tax of lines.flatMap((line) => line.taxes ?? [])) {
    const rate = tax.tax_rate_details?.tax_rate ?? "";
    const before = totals.get(rate);
    const amount = (before?.amount ?? 0) + tax.amount;
    totals.set(rate, {
      ...tax,
      amount,
      taxable_amount: (before?.taxable_amount ?? 0) + (tax.taxable_amount ?? 0),
    });
  }
  return [...totals.values()];
}

function amountsOf(line: Held<"line_item">): LineAmounts {
  const discounts = line.discount_amounts ?? [];
  const own = new Set(line.discounts);
  return {
    amount: line.amount,
    ownDiscounts: discounts.filter(({ discount }) => own.has(discount)).map(({ amount }) => amount),
    discounts: discounts.filter(({ discount }) => !own.has(discount)).map(({ amount }) => amount),
    taxes: (line.taxes ?? []).map(({ amount, tax_behavior }) => ({
      amount,
      inclusive: tax_behavior === "inclusive",
    })),
  };
}
