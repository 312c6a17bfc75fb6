/** What of an invoice line adds to the totals, minor units. */
export type LineAmounts = {
  readonly amount: number;
  /** Of the line alone: they are in the subtotal already. */
  readonly ownDiscounts: readonly number[];
  /** Of the whole invoice. */
  readonly discounts: readonly number[];
  readonly taxes: readonly { readonly amount: number; readonly inclusive: boolean }[];
};

export type Totals = {
  readonly subtotal: number;
  readonly subtotalExcludingTax: number;
  readonly total: number;
  readonly totalExcludingTax: number;
};

/** An invoice's totals from its lines, each of them rounded already: the sum is exact. */
export function totalsOf(lines: readonly LineAmounts[]): Totals {
  const own = sum(lines.flatMap((line) => line.ownDiscounts));
  const subtotal = sum(lines.map((line) => line.amount)) - own;
  const discount = sum(lines.flatMap((line) => line.discounts));
  const taxes = lines.flatMap((line) => line.taxes);
  const inclusive = sum(taxes.filter((tax) => tax.inclusive).map((tax) => tax.amount));
  const exclusive = sum(taxes.filter((tax) => !tax.inclusive).map((tax) => tax.amount));
  const total = subtotal - discount + exclusive;
  return {
    subtotal,
    subtotalExcludingTax: subtotal - inclusive,
    total,
    totalExcludingTax: total - exclusive - inclusive,
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
