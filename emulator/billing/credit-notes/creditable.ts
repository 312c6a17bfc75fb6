import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { intentOf } from "../invoices/payment";
import { money } from "../money";

type CreditNote = Held<"credit_note">;
type Invoice = Held<"invoice">;

/** Only what was asked for, and not given up since, can be credited. */
export function refuseUncreditable({ id, status }: Invoice): void {
  if (status === "open" || status === "paid" || status === "uncollectible") return;
  throw invalidRequest(
    `You can only create a credit note for an open, paid or uncollectible invoice. The invoice ${id} is ${status}.`,
    { param: "invoice" },
  );
}

/** An amount that is given beside lines has to be what they come to. */
export function refuseOtherAmount(total: number, given: number | undefined, currency: string): void {
  if (given === undefined || given === total) return;
  throw invalidRequest(
    `The amount of the credit note (${money(given, currency)}) must equal what its lines come to (${money(total, currency)}).`,
    { param: "amount" },
  );
}

/** Credit notes and refunds together never give back more than the invoice came to. */
export function refuseTooMuch(
  work: Work,
  invoice: Invoice,
  total: number,
  linked: CreditNote["refunds"],
): void {
  if (total <= 0) throw invalidRequest("The amount of a credit note must be greater than zero.");
  const left = creditable(work, invoice, linked);
  if (total <= left) return;
  throw invalidRequest(
    `The credit note's total (${money(total, invoice.currency)}) is greater than what can still be credited on the invoice (${money(left, invoice.currency)}).`,
  );
}

function creditable(work: Work, invoice: Invoice, linked: CreditNote["refunds"]): number {
  const { pre_payment_credit_notes_amount: before, post_payment_credit_notes_amount: after } = invoice;
  return invoice.total - before - after - refundedApart(work, invoice, linked);
}

/** What the invoice's payment was refunded by otherwise than through its credit notes. */
function refundedApart(work: Work, invoice: Invoice, linked: CreditNote["refunds"]): number {
  const charge = work.store.get("charge", intentOf(work, invoice)?.latest_charge ?? "");
  const noted = work.store
    .list("credit_note", "invoice", invoice.id)
    .flatMap(({ refunds, status }) => (status === "void" ? [] : refunds))
    .concat(linked)
    .reduce((sum, { amount_refunded }) => sum + amount_refunded, 0);
  return Math.max(0, (charge?.amount_refunded ?? 0) - noted);
}
