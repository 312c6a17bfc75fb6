import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";

/** The PaymentIntent that collects the invoice, or null where there is nothing to collect. */
export function intentOf(work: Work, invoice: Held<"invoice">): Held<"payment_intent"> | null {
  const payment = defaultPayment(work, invoice);
  const intent = payment?.payment.payment_intent;
  return intent ? work.store.must("payment_intent", intent) : null;
}

/** The invoice's entry about the payment that settles it, or null. */
export function defaultPayment(work: Work, invoice: Held<"invoice">): Held<"invoice_payment"> | null {
  const payments = work.store.list("invoice_payment", "invoice", invoice.id);
  return payments.find((payment) => payment.is_default) ?? null;
}

/** The invoice a PaymentIntent collects, or null for one that stands alone. */
export function invoiceOfIntent(work: Work, intent: Held<"payment_intent">): Held<"invoice"> | null {
  const [payment] = work.store.list("invoice_payment", "payment_intent", intent.id);
  return payment ? work.store.must("invoice", payment.invoice) : null;
}
