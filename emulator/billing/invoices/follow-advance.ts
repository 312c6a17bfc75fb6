import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";

type Invoice = Held<"invoice">;

const HOUR = 3600;
const NOT_PLANNED = { automatically_finalizes_at: null, next_payment_attempt: null } as const;

/**
 * Plans what comes of an invoice by itself after it was said, or closed by hand, whether it is to advance: a draft is
 * closed an hour later, what is open and charged is tried then. Gives it with what is planned. No event.
 * https://docs.stripe.com/invoicing/integration/automatic-advancement-collection
 */
export function followAdvance(work: Work, invoice: Invoice): Invoice {
  for (const job of work.store.list("_job", "subject", invoice.id)) {
    if (PLANNED.includes(job.name)) work.store.delete("_job", job.id);
  }
  if (invoice.status !== "draft" && invoice.status !== "open") return invoice;
  if (!invoice.auto_advance) return work.store.update("invoice", invoice.id, NOT_PLANNED);
  return invoice.status === "draft" ? planClosing(work, invoice) : planAttempt(work, invoice);
}

const PLANNED: readonly string[] = ["invoice.advance", "invoice.retry"];

function planClosing(work: Work, { id, collection_method: method, ...draft }: Invoice): Invoice {
  const at = draft.automatically_finalizes_at ?? work.now(draft.test_clock) + HOUR + 1;
  work.schedule({ at, clock: draft.test_clock, name: "invoice.advance", subject: id });
  return work.store.update("invoice", id, {
    automatically_finalizes_at: at,
    next_payment_attempt: method === "send_invoice" ? null : at - 1,
  });
}

function planAttempt(work: Work, open: Invoice): Invoice {
  if (open.collection_method === "send_invoice") return open;
  const at = open.next_payment_attempt ?? work.now(open.test_clock) + HOUR;
  work.schedule({ at, clock: open.test_clock, name: "invoice.retry", subject: open.id });
  return work.store.update("invoice", open.id, { next_payment_attempt: at });
}
