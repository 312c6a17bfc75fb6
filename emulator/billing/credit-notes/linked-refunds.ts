import { invalidRequest, missingParam, type StripeError } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { refuseLess } from "../../core/least-values";
import { referenced } from "../../core/lookup";
import type { Work } from "../../core/work";
import { money } from "../money";
import type { Channels } from "./channels";

type Invoice = Held<"invoice">;
type Refunds = Held<"credit_note">["refunds"];
type Refund = Held<"refund">;

/**
 * The refunds there are already that a credit note is to be linked with: of the invoice's own payments, and in all
 * credit notes together with no more than they gave back.
 */
export function linkedRefunds(work: Work, invoice: Invoice, { refunds = [] }: Channels): Refunds {
  const linked: Refunds[number][] = [];
  for (const [index, { amount_refunded: asked, refund: id, type }] of refunds.entries()) {
    const at = `refunds[${index}]`;
    if (type === "payment_record_refund") {
      throw invalidRequest("Not implemented by the emulator: refunds of payment records", {
        param: `${at}[type]`,
      });
    }
    if (id === undefined) throw missingParam(`${at}[refund]`);
    const refund = referenced(work, "refund", id, `${at}[refund]`);
    refuseElsewhere(work, invoice, refund, at);
    const left = leftOf(work, invoice, refund, linked);
    const amount = asked ?? refund.amount;
    refuseLess(amount, 1, `${at}[amount_refunded]`);
    if (amount > left) throw tooMuch(refund, amount, left, at);
    linked.push({ amount_refunded: amount, payment_record_refund: null, refund: refund.id, type: "refund" });
  }
  return linked;
}

function refuseElsewhere(work: Work, invoice: Invoice, refund: Refund, at: string): void {
  const payments = work.store.list("invoice_payment", "invoice", invoice.id);
  const own = payments.some(({ payment }) => payment.payment_intent === refund.payment_intent);
  if (own && refund.payment_intent !== null) return;
  throw invalidRequest(`The refund ${refund.id} is not of a payment of the invoice ${invoice.id}.`, {
    param: `${at}[refund]`,
  });
}

/** What a refund gave back and no credit note says yet. */
function leftOf(work: Work, invoice: Invoice, { amount, id, status }: Refund, linked: Refunds): number {
  if (status === "failed" || status === "canceled") return 0;
  const said = work.store
    .list("credit_note", "invoice", invoice.id)
    .flatMap((note) => (note.status === "void" ? [] : note.refunds))
    .concat(linked)
    .filter(({ refund }) => refund === id)
    .reduce((sum, { amount_refunded }) => sum + amount_refunded, 0);
  return amount - said;
}

function tooMuch({ currency, id }: Refund, asked: number, left: number, at: string): StripeError {
  return invalidRequest(
    `The amount to link of the refund ${id} (${money(asked, currency)}) is greater than what it gave back and no credit note says yet (${money(left, currency)}).`,
    { param: `${at}[amount_refunded]` },
  );
}
