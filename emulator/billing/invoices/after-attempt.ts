import type { Work } from "../../core/work";
import type { Attempt } from "../../payments/attempt";
import { countTowards } from "./attached";
import { invoicePaymentFailed, type Retry } from "./failed";
import { invoicePaid } from "./paid";
import { invoiceOfIntent } from "./payment";

/**
 * Lets the invoice behind a PaymentIntent, where there is one, follow what came of an attempt to pay it;
 * `retry` is what an automatic attempt that failed leaves to be tried again.
 */
export function followInvoice(work: Work, { intent, result }: Attempt, retry?: Retry): void {
  const invoice = invoiceOfIntent(work, intent);
  if (invoice?.status !== "open" && invoice?.status !== "uncollectible") return;
  const [payment] = work.store.list("invoice_payment", "payment_intent", intent.id);
  if (payment && !payment.is_default) {
    if (intent.status === "succeeded") countTowards(work, invoice, payment, intent);
    return;
  }
  if (result === "declined") invoicePaymentFailed(work, invoice, retry);
  if (result === "succeeded" && intent.status === "succeeded") invoicePaid(work, invoice);
}
