import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { cancelIntent } from "../../payments/cancel";
import { customerTime } from "../customer";
import { changeBalance } from "../customer-balance";
import { defaultPayment, intentOf } from "./payment";

type Invoice = Held<"invoice">;

/** Makes an open invoice void: it asks for nothing any more. Emits `payment_intent.canceled`, `invoice.voided`, `invoice.updated`. */
export function voidInvoice(work: Work, invoice: Invoice): Invoice {
  const now = closingTime(work, invoice);
  const before = work.snapshot(invoice);
  const intent = intentOf(work, invoice);
  if (intent && intent.status !== "canceled") cancelIntent(work, intent, "void_invoice");
  const payment = defaultPayment(work, invoice);
  if (payment) {
    work.store.update("invoice_payment", payment.id, {
      status: "canceled",
      status_transitions: { ...payment.status_transitions, canceled_at: now },
    });
  }
  const voided = work.store.update("invoice", invoice.id, {
    ...uncollected,
    status: "void",
    status_transitions: { ...invoice.status_transitions, voided_at: now },
  });
  giveBalanceBack(work, invoice);
  work.emit("invoice.voided", voided);
  work.emit("invoice.updated", voided, before);
  return voided;
}

/** Gives up on collecting an open invoice. Emits `invoice.marked_uncollectible` and `invoice.updated`. */
export function markUncollectible(work: Work, invoice: Invoice): Invoice {
  const before = work.snapshot(invoice);
  const marked = work.store.update("invoice", invoice.id, {
    ...uncollected,
    status: "uncollectible",
    status_transitions: {
      ...invoice.status_transitions,
      marked_uncollectible_at: closingTime(work, invoice),
    },
  });
  work.emit("invoice.marked_uncollectible", marked);
  work.emit("invoice.updated", marked, before);
  return marked;
}

/** What an invoice took from its customer's credit goes back to it. */
function giveBalanceBack(work: Work, invoice: Invoice): void {
  const customer = work.store.get("customer", invoice.customer ?? "");
  const used = (invoice.ending_balance ?? invoice.starting_balance) - invoice.starting_balance;
  if (!customer || used === 0) return;
  const occasion = { invoice: invoice.id, type: "unapplied_from_invoice" } as const;
  changeBalance(work, customer, -used, invoice.currency, occasion);
}

const uncollected = { auto_advance: false, next_payment_attempt: null } satisfies Partial<Invoice>;

function closingTime(work: Work, invoice: Invoice): number {
  const customer = work.store.get("customer", invoice.customer ?? "");
  return customer ? customerTime(work, customer) : work.now();
}
