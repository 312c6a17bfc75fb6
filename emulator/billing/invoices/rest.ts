import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { cancelIntent } from "../../payments/cancel";
import { defaultPayment } from "./payment";

/** Brings the payment an invoice waits for in step with what is left to pay: less of it, or none at all. */
export function askForRest(work: Work, invoice: Held<"invoice">): void {
  const payment = defaultPayment(work, invoice);
  const intent = payment?.payment.payment_intent;
  if (payment?.status !== "open" || !intent) return;
  const rest = invoice.amount_remaining;
  if (rest > 0) {
    work.store.update("payment_intent", intent, { amount: rest });
    work.store.update("invoice_payment", payment.id, { amount_requested: rest });
    return;
  }
  const status_transitions = { ...payment.status_transitions, canceled_at: work.now() };
  work.store.update("invoice_payment", payment.id, { status: "canceled", status_transitions });
  cancelIntent(work, work.store.must("payment_intent", intent), null);
}
