import type { Held } from "../../core/kinds";
import { totalsOf } from "../totals";
import type { CreditLine } from "./blank-line";

type CreditNote = Held<"credit_note">;

type Amounts = Pick<
  CreditNote,
  | "amount"
  | "discount_amount"
  | "discount_amounts"
  | "pretax_credit_amounts"
  | "subtotal"
  | "subtotal_excluding_tax"
  | "total"
  | "total_excluding_tax"
  | "total_taxes"
>;

/** The amounts of a credit note that follow from its lines. */
export function amountsOf(lines: readonly CreditLine[]): Amounts {
  const totals = totalsOf(
    lines.map((line) => ({
      amount: line.amount,
      ownDiscounts: [],
      discounts: [line.discount_amount],
      taxes: (line.taxes ?? []).map(({ amount, tax_behavior }) => ({
        amount,
        inclusive: tax_behavior === "inclusive",
      })),
    })),
  );
  const discounts = discountTotals(lines);
  return {
    amount: totals.total,
    discount_amount: discounts.reduce((sum, { amount }) => sum + amount, 0),
    discount_amounts: discounts,
    pretax_credit_amounts: discounts.map((entry) => ({ ...entry, type: "discount" })),
    subtotal: totals.subtotal,
    subtotal_excluding_tax: totals.subtotalExcludingTax,
    total: totals.total,
    total_excluding_tax: totals.totalExcludingTax,
    total_taxes: taxTotals(lines),
  };
}

function discountTotals(lines: readonly CreditLine[]): CreditNote["discount_amounts"] {
  const totals = new Map<string, number>();
  for (const { amount, discount } of lines.flatMap((line) => line.discount_amounts)) {
    totals.set(discount, (totals.get(discount) ?? 0) + amount);
  }
  return [...totals].map(([discount, amount]) => ({ amount, discount }));
}

function taxTotals(lines: readonly CreditLine[]): NonNullable<CreditNote["total_taxes"]> {
  const totals = new Map<string, NonNullable<CreditNote["total_taxes"]>[number]>();
  for (const tax of lines.flatMap((line) => line.taxes ?? [])) {
    const rate = tax.tax_rate_details?.tax_rate ?? "";
    const before = totals.get(rate);
    totals.set(rate, {
      ...tax,
      amount: (before?.amount ?? 0) + tax.amount,
      taxable_amount: (before?.taxable_amount ?? 0) + (tax.taxable_amount ?? 0),
    });
  }
  return [...totals.values()];
}
