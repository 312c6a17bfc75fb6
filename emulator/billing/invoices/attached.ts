import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { paidInParts, settlePayment } from "./paid";
import { askForRest } from "./rest";

type Invoice = Held<"invoice">;
type PaymentIntent = Held<"payment_intent">;

/** Counts a payment that was made on its own towards an open invoice, at once or when it succeeds. */
export function attachPayment(work: Work, invoice: Invoice, intent: PaymentIntent): Invoice {
  const payment = work.store.put("invoice_payment", {
    id: work.newId("invoice_payment"),
    object: "invoice_payment",
    amount_paid: null,
    amount_requested: intent.amount,
    created: work.now(),
    currency: intent.currency,
    invoice: invoice.id,
    is_default: false,
    livemode: false,
    payment: { payment_intent: intent.id, type: "payment_intent" },
    status: "open",
    status_transitions: { canceled_at: null, paid_at: null },
  });
  const attached = work.store.update("invoice", invoice.id, {
    payments: [...(invoice.payments ?? []), payment.id],
  });
  return intent.status === "succeeded" ? countTowards(work, attached, payment, intent) : attached;
}

/**
 * Takes what an attached payment has brought off what is left to pay; more than that is overpaid. Emits
 * `invoice_payment.paid` and `invoice.updated`, and what being paid brings with it.
 */
export function countTowards(
  work: Work,
  invoice: Invoice,
  payment: Held<"invoice_payment">,
  { amount_received: received }: PaymentIntent,
): Invoice {
  const before = work.snapshot(invoice);
  const counted = Math.min(received, invoice.amount_remaining);
  settlePayment(work, payment, received);
  const reduced = work.store.update("invoice", invoice.id, {
    amount_overpaid: invoice.amount_overpaid + received - counted,
    amount_paid: invoice.amount_paid + counted,
    amount_remaining: invoice.amount_remaining - counted,
  });
  askForRest(work, reduced);
  if (received > counted) work.emit("invoice.overpaid", reduced);
  if (reduced.amount_remaining === 0) return paidInParts(work, reduced, before);
  work.emit("invoice.updated", reduced, before);
  return reduced;
}
