import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { newToken } from "../../hosted/token";
import { createIntent } from "../../payments/intent";
import { customerOf, customerTime } from "../customer";
import { changeBalance } from "../customer-balance";
import { settle } from "../settlement";
import { scheduleDueDate } from "./due-date";
import { countLateUsage } from "./late-usage";
import { takeNumber } from "./number";
import { paidWithoutCharge } from "./paid";
import { unfit, unfitness } from "./unfit";

type Invoice = Held<"invoice">;

/**
 * Closes a draft: it gets its number, the customer's balance is used, and either nothing is left to pay or
 * a PaymentIntent waits for the rest. Doesn't collect. Emits `invoice.finalized` and, where
 * there is something to pay, `payment_intent.created`. Throws 400 for a customer who was deleted, or whose place
 * is to be taxed and unknown, and for more than can be charged. https://docs.stripe.com/invoicing/integration/workflow-transitions
 */
export function finalize(work: Work, given: Invoice): Invoice {
  const reason = unfitness(work, given);
  if (reason) throw unfit(reason);
  const draft = countLateUsage(work, given);
  const customer = customerOf(work, draft.customer ?? "");
  const now = customerTime(work, customer);
  const page = `${work.origin}/invoices/${newToken(work, draft.id)}`;
  const { amountDue, endingBalance } = settle(draft.total, customer.balance, draft.currency);
  const open = work.store.update("invoice", draft.id, {
    amount_due: amountDue,
    amount_remaining: amountDue,
    automatically_finalizes_at: null,
    effective_at: now,
    ending_balance: endingBalance,
    hosted_invoice_url: page,
    invoice_pdf: `${page}/pdf`,
    number: takeNumber(work, customer.id),
    rendering:
      draft.rendering?.pdf?.page_size === "auto"
        ? { ...draft.rendering, pdf: { page_size: "letter" } }
        : draft.rendering,
    starting_balance: customer.balance,
    last_finalization_error: null,
    status: "open",
    status_transitions: { ...draft.status_transitions, finalized_at: now },
  });
  scheduleDueDate(work, open);
  work.emit("invoice.finalized", open);
  if (endingBalance !== customer.balance) {
    const type = endingBalance > 0 ? "invoice_too_small" : "applied_to_invoice";
    const change = endingBalance - customer.balance;
    changeBalance(work, customer, change, draft.currency, { invoice: draft.id, type });
  }
  if (amountDue === 0) return paidWithoutCharge(work, open);
  return askForPayment(work, open);
}

/** The PaymentIntent that collects an open invoice, and the invoice's entry about it. */
function askForPayment(work: Work, invoice: Invoice): Invoice {
  const payment = work.newId("invoice_payment");
  const intent = createIntent(work, {
    amount: invoice.amount_due,
    capture_method: "automatic",
    currency: invoice.currency,
    customer: invoice.customer,
    description: descriptions[invoice.billing_reason ?? "manual"] ?? "Payment for Invoice",
    ...(invoice.parent === null
      ? {}
      : { payment_details: { customer_reference: null, order_reference: invoice.id.slice(0, 25) } }),
    setup_future_usage: SAVING.includes(invoice.billing_reason) ? "off_session" : null,
  });
  work.store.put("invoice_payment", {
    id: payment,
    object: "invoice_payment",
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: invoice.status_transitions.finalized_at ?? invoice.created,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent.id, type: "payment_intent" },
    status: "open",
    status_transitions: { canceled_at: null, paid_at: null },
  });
  return work.store.update("invoice", invoice.id, {
    confirmation_secret: { client_secret: intent.client_secret ?? "", type: "payment_intent" },
    payments: [payment],
  });
}

/** What of a subscription is paid with its customer there leaves the card for what is to come. */
const SAVING: readonly Invoice["billing_reason"][] = ["subscription_create", "subscription_update"];

const descriptions: Partial<Record<NonNullable<Invoice["billing_reason"]>, string>> = {
  subscription_create: "Subscription creation",
  subscription_update: "Subscription update",
};
