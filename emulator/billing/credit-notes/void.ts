import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { creditInvoice } from "./credit-invoice";

type CreditNote = Held<"credit_note">;

/**
 * Takes a credit note back: its invoice asks for the amount again. What was paid back stays paid back. Emits
 * `credit_note.voided` and `invoice.updated`. https://docs.stripe.com/invoicing/credit-notes#void
 */
export function voidCreditNote(work: Work, note: CreditNote): CreditNote {
  if (note.status === "void") throw invalidRequest("This credit note has already been voided.");
  const invoice = work.store.must("invoice", note.invoice);
  if (note.post_payment_amount > 0 || invoice.status !== "open") {
    throw invalidRequest("You can only void credit notes that reduced what an open invoice asks for.");
  }
  const voided = work.store.update("credit_note", note.id, { status: "void", voided_at: work.now() });
  work.emit("credit_note.voided", voided);
  creditInvoice(work, invoice, { before: -note.pre_payment_amount, after: 0 });
  return voided;
}
