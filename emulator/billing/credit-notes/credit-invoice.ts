import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { paidByCredit } from "../invoices/paid";
import { askForRest } from "../invoices/rest";

type Invoice = Held<"invoice">;

/**
 * Takes off an invoice what is credited of what it still asks for (`before` its payment; a negative amount asks
 * for it again) and notes what is credited after it. One that asks for nothing any more is paid. Emits
 * `invoice.updated`, and what being paid brings with it.
 */
export function creditInvoice(
  work: Work,
  invoice: Invoice,
  credited: { readonly before: number; readonly after: number },
): void {
  const unchanged = work.snapshot(invoice);
  const reduced = work.store.update("invoice", invoice.id, {
    amount_due: invoice.amount_due - credited.before,
    amount_remaining: invoice.amount_remaining - credited.before,
    post_payment_credit_notes_amount: invoice.post_payment_credit_notes_amount + credited.after,
    pre_payment_credit_notes_amount: invoice.pre_payment_credit_notes_amount + credited.before,
  });
  askForRest(work, reduced);
  if (credited.before > 0 && reduced.amount_remaining === 0) paidByCredit(work, reduced, unchanged);
  else work.emit("invoice.updated", reduced, unchanged);
}
