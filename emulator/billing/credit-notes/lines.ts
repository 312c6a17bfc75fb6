import type Stripe from "stripe";
import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Wire } from "../../core/stored";
import type { Work } from "../../core/work";
import { refuseUnbuilt } from "../unbuilt";
import { blankLine, type CreditLine } from "./blank-line";
import { customLine } from "./custom-line";
import { ofInvoiceLine } from "./invoice-line";

export type LineGiven = Wire<Stripe.CreditNoteCreateParams.Line>;

/** The lines a request asks to credit; an amount without lines is one of its own, with no taxes in it. */
export function creditLines(
  work: Work,
  invoice: Held<"invoice">,
  { amount, lines }: { readonly amount?: number; readonly lines?: readonly LineGiven[] },
): readonly CreditLine[] {
  if (lines !== undefined) {
    return lines.map((line, index) => {
      refuseUnbuilt(line, ["tax_amounts"]);
      const at = `lines[${index}]`;
      return line.type === "invoice_line_item"
        ? ofInvoiceLine(work, invoice, line, at)
        : customLine(work, line, at);
    });
  }
  if (amount === undefined)
    throw invalidRequest("You must provide one of `amount`, `lines`, or `shipping_cost`.");
  const credit = {
    description: "Credit",
    quantity: 1,
    unit_amount: amount,
    unit_amount_decimal: String(amount),
  };
  return [{ ...blankLine(amount, "custom_line_item"), ...credit }];
}
