import type Stripe from "stripe";
import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import type { Wire } from "../../core/stored";
import type { Work } from "../../core/work";
import { refundCharge } from "../../payments/refund";
import { changeBalance } from "../customer-balance";
import { intentOf } from "../invoices/payment";
import { money } from "../money";

type CreditNote = Held<"credit_note">;
type Invoice = Held<"invoice">;

/** How what was paid already goes back: minor units. */
export type Channels = {
  readonly credit_amount?: number;
  readonly out_of_band_amount?: number;
  readonly refund_amount?: number;
  readonly refunds?: readonly Wire<Stripe.CreditNoteCreateParams.Refund>[];
};

/** All that is given back in whatever way has to be what the invoice no longer asks for and was paid. */
export function refuseImbalance(
  { credit_amount = 0, out_of_band_amount = 0, refund_amount = 0 }: Channels,
  linked: CreditNote["refunds"],
  afterPayment: number,
  currency: string,
): void {
  const refunds = linked.reduce((sum, { amount_refunded }) => sum + amount_refunded, refund_amount);
  const given = refunds + credit_amount + out_of_band_amount;
  if (given === afterPayment) return;
  throw invalidRequest(
    `The sum of refunds, credit amount, and out of band amount (${money(given, currency)}) must equal the credit note post_payment_amount (${money(afterPayment, currency)}).`,
  );
}

/** Refunds the invoice's payment. Emits `refund.created` and `charge.refunded`. */
export function refundPayment(work: Work, invoice: Invoice, amount: number): CreditNote["refunds"][number] {
  const charge = work.store.get("charge", intentOf(work, invoice)?.latest_charge ?? "");
  if (!charge?.captured) {
    throw invalidRequest(`The invoice ${invoice.id} has no payment that could be refunded.`, {
      param: "refund_amount",
    });
  }
  const refund = refundCharge(work, charge, { amount, metadata: {}, reason: null });
  return { amount_refunded: amount, payment_record_refund: null, refund: refund.id, type: "refund" };
}

/** Puts an amount to the customer's credit; gives the entry's id. Emits `customer.updated`. */
export function creditBalance(work: Work, invoice: Invoice, note: string, amount: number): string {
  const customer = referenced(work, "customer", invoice.customer ?? "", "invoice");
  return changeBalance(work, customer, -amount, invoice.currency, {
    credit_note: note,
    invoice: invoice.id,
    type: "credit_note",
  }).id;
}
