import { money } from "../billing/money";
import type { Work } from "../core/work";
import { billedTo } from "./party";

/** Times are Unix seconds, amounts as people write them. */
export interface CreditNoteView {
  readonly number: string;
  readonly invoice: string;
  readonly seller: string;
  /** The customer of the invoice, as it names them. */
  readonly creditedTo: readonly string[];
  readonly issued: number;
  readonly voided: boolean;
  readonly lines: readonly { readonly description: string; readonly amount: string }[];
  readonly totals: readonly { readonly label: string; readonly amount: string }[];
  readonly memo: string | null;
}

/** What the PDF of a credit note says. */
export function creditNoteView(work: Work, id: string): CreditNoteView {
  const note = work.store.must("credit_note", id);
  const invoice = work.store.must("invoice", note.invoice);
  const inWords = (minor: number) => money(minor, note.currency);
  const tax = note.total - (note.total_excluding_tax ?? note.total);
  const totals = [
    ["Subtotal", note.subtotal],
    ...(note.discount_amount === 0 ? [] : [["Discount", -note.discount_amount] as const]),
    ...(tax === 0 ? [] : [["Tax", tax] as const]),
    ["Total credited", note.total],
  ] as const;
  return {
    number: note.number,
    invoice: invoice.number ?? invoice.id,
    seller: invoice.account_name ?? "",
    creditedTo: billedTo(invoice),
    issued: note.effective_at ?? note.created,
    voided: note.status === "void",
    lines: note.lines.map((line) => {
      const { amount, description } = work.store.must("credit_note_line_item", line);
      return { description: description ?? "", amount: inWords(amount) };
    }),
    totals: totals.map(([label, minor]) => ({ label, amount: inWords(minor) })),
    memo: note.memo,
  };
}
