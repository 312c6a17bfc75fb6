import type { Held } from "../../core/kinds";

/** A line before it is on a credit note. */
export type CreditLine = Omit<Held<"credit_note_line_item">, "id" | "object" | "livemode" | "credit_note">;

/** A line that credits an amount (minor units) and has nothing more to say. */
export function blankLine(amount: number, type: CreditLine["type"]): CreditLine {
  return {
    amount,
    description: null,
    discount_amount: 0,
    discount_amounts: [],
    metadata: {},
    pretax_credit_amounts: [],
    quantity: null,
    tax_rates: [],
    taxes: [],
    type,
    unit_amount: null,
    unit_amount_decimal: null,
  };
}
