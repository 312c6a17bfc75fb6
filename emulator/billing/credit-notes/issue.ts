import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { newToken } from "../../hosted/token";
import { type EventType, inOrder } from "../in-order";
import { amountsOf } from "./amounts";
import { type Channels, creditBalance, refundPayment, refuseImbalance } from "./channels";
import { creditInvoice } from "./credit-invoice";
import { refuseOtherAmount, refuseTooMuch, refuseUncreditable } from "./creditable";
import { creditLines, type LineGiven } from "./lines";
import { linkedRefunds } from "./linked-refunds";

type CreditNote = Held<"credit_note">;
type Invoice = Held<"invoice">;

export type CreditAsked = Channels &
  Partial<Pick<CreditNote, "effective_at" | "memo" | "metadata" | "reason">> & {
    readonly amount?: number;
    readonly lines?: readonly LineGiven[];
  };

const EVENTS: readonly EventType[] = [
  "credit_note.created",
  "refund.created",
  "charge.refunded",
  "customer.updated",
  "payment_intent.canceled",
  "customer.subscription.updated",
  "invoice.updated",
  "invoice.paid",
  "invoice.payment_succeeded",
  "entitlements.active_entitlement_summary.updated",
];

/**
 * Takes something back of what a finalized invoice asked for: first of what is still to be paid, then, by the
 * ways the request names, of what was. https://docs.stripe.com/invoicing/credit-notes
 */
export function issueCreditNote(work: Work, invoice: Invoice, asked: CreditAsked): CreditNote {
  return inOrder(
    work,
    () => EVENTS,
    (noted) => issue(noted, invoice, asked),
  );
}

function issue(work: Work, invoice: Invoice, asked: CreditAsked): CreditNote {
  refuseUncreditable(invoice);
  const lines = creditLines(work, invoice, asked);
  const amounts = amountsOf(lines);
  refuseOtherAmount(amounts.total, asked.amount, invoice.currency);
  const linked = linkedRefunds(work, invoice, asked);
  refuseTooMuch(work, invoice, amounts.total, linked);
  const before = Math.min(amounts.total, invoice.amount_remaining);
  const after = amounts.total - before;
  refuseImbalance(asked, linked, after, invoice.currency);
  const id = work.newId("credit_note");
  const created = work.now();
  const { credit_amount, out_of_band_amount, refund_amount } = asked;
  const note = work.store.put("credit_note", {
    id,
    object: "credit_note",
    ...amounts,
    amount_shipping: 0,
    created,
    currency: invoice.currency,
    customer: invoice.customer ?? "",
    customer_account: null,
    customer_balance_transaction: credit_amount ? creditBalance(work, invoice, id, credit_amount) : null,
    effective_at: asked.effective_at ?? created,
    invoice: invoice.id,
    lines: lines.map((line) => putLine(work, id, line)),
    livemode: false,
    memo: asked.memo ?? null,
    metadata: asked.metadata ?? {},
    number: nextNumber(work, invoice),
    out_of_band_amount: out_of_band_amount ?? null,
    pdf: `${work.origin}/credit_notes/${newToken(work, id)}/pdf`,
    post_payment_amount: after,
    pre_payment_amount: before,
    reason: asked.reason ?? null,
    refunds: refund_amount ? [...linked, refundPayment(work, invoice, refund_amount)] : linked,
    shipping_cost: null,
    status: "issued",
    type: before === 0 ? "post_payment" : after === 0 ? "pre_payment" : "mixed",
    voided_at: null,
  });
  work.emit("credit_note.created", note);
  creditInvoice(work, invoice, { before, after });
  return note;
}

function putLine(work: Work, note: string, line: ReturnType<typeof creditLines>[number]): string {
  const id = work.newId("credit_note_line_item");
  const fields = {
    ...line,
    id,
    credit_note: note,
    livemode: false,
    object: "credit_note_line_item",
  } as const;
  return work.store.put("credit_note_line_item", fields).id;
}

/** `GATE-0001-CN-01`, counted invoice by invoice. */
function nextNumber(work: Work, { id, number }: Invoice): string {
  const count = work.store.list("credit_note", "invoice", id).length + 1;
  return `${number}-CN-${String(count).padStart(2, "0")}`;
}
