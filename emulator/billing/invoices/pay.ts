import { cardError, invalidRequest, type StripeError } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { cancelIntent } from "../../payments/cancel";
import { declineBody } from "../../payments/decline-body";
import { refuseForeignUse } from "../../payments/method-owner";
import { paymentMethodOf } from "../../payments/payment-method-of";
import { subscriptionOf } from "../subscriptions/of-invoice";
import { methodForInvoice, noMethodToCharge } from "../subscriptions/payment-method";
import { collect } from "./collect";
import { finalize } from "./finalize";
import { paidOutOfBand } from "./paid";
import { intentOf } from "./payment";

type Invoice = Held<"invoice">;

export type PayParams = {
  readonly off_session?: boolean;
  readonly paid_out_of_band?: boolean;
  readonly payment_method?: string;
};

/**
 * Pays an invoice on request, closing it first where it is a draft. Throws 402 for a card that is refused or
 * wants its holder; what was tried stays. https://docs.stripe.com/api/invoices/pay
 */
export function payInvoice(work: Work, invoice: Invoice, params: PayParams): Invoice {
  if (invoice.status === "paid") throw invalidRequest("Invoice is already paid");
  if (invoice.status === "void") throw invalidRequest("Voided invoices cannot be paid.");
  const open = invoice.status === "draft" ? finalize(work, invoice) : invoice;
  if (open.status === "paid") return open;
  if (params.paid_out_of_band) return payElsewhere(work, open);
  const attempt = collect(work, open, methodFor(work, open, params), params.off_session !== false);
  if (attempt?.result === "requires_action") throw actionRequired();
  if (attempt?.result === "declined") {
    const objects = {
      charge: attempt.charge.id,
      payment_intent: attempt.intent,
      payment_method: attempt.method,
    };
    throw cardError({ ...declineBody(attempt.decline), ...objects }, true);
  }
  return work.store.must("invoice", invoice.id);
}

/** What is paid elsewhere must not be paid here as well. */
function payElsewhere(work: Work, invoice: Invoice): Invoice {
  const intent = intentOf(work, invoice);
  if (intent) cancelIntent(work, intent, null);
  return paidOutOfBand(work, invoice);
}

function methodFor(work: Work, invoice: Invoice, { payment_method: id }: PayParams): Held<"payment_method"> {
  if (id !== undefined) {
    const given = paymentMethodOf(work, id, "payment_method");
    refuseForeignUse(given, invoice.customer, "PaymentIntent");
    return given;
  }
  const method = methodForInvoice(work, invoice, subscriptionOf(work, invoice));
  if (!method) throw noMethodToCharge();
  return method;
}

function actionRequired(): StripeError {
  return cardError(
    {
      code: "invoice_payment_intent_requires_action",
      message:
        "This payment requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with the invoice. For more details see: https://stripe.com/docs/billing/subscriptions/overview#requires-action",
    },
    true,
  );
}
