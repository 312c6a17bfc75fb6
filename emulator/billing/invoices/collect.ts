import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { type Attempt, attemptPayment } from "../../payments/attempt";
import { followInvoice } from "./after-attempt";
import { invoiceActionRequired, type Retry } from "./failed";
import { intentOf } from "./payment";

/**
 * Tries to collect an open invoice with a payment method and lets invoice and subscription follow. A bank that wants
 * the card's absent holder refuses; `invoice.payment_action_required` says that they can pay themselves.
 */
export function collect(
  work: Work,
  invoice: Held<"invoice">,
  method: Held<"payment_method">,
  offSession: boolean,
  retry?: Retry,
): Attempt | null {
  const intent = intentOf(work, invoice);
  if (!intent) return null;
  const attempt = attemptPayment(work, intent, method, { offSession, returnUrl: null });
  if (attempt.result === "declined" && attempt.decline.code === "authentication_required") {
    work.emit("invoice.payment_action_required", invoice);
  }
  followInvoice(work, attempt, retry);
  if (attempt.result === "requires_action") invoiceActionRequired(work, invoice);
  return attempt;
}
