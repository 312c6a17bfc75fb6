import type { Held } from "../../core/kinds";
import type { Job } from "../../core/records";
import type { Work } from "../../core/work";
import { subscriptionUnpaid } from "../subscriptions/unpaid";

/** How long before an invoice is due its customer is told, in seconds: Stripe leaves it to the account's settings. */
const NOTICE = 7 * 86_400;

/** Queues what the due date of an invoice brings with it, once it is closed. */
export function scheduleDueDate(work: Work, { id, due_date: due, test_clock: clock }: Held<"invoice">): void {
  if (due === null) return;
  if (due - NOTICE > work.now(clock)) {
    work.schedule({ at: due - NOTICE, clock, name: "invoice.will_be_due", subject: id });
  }
  work.schedule({ at: due, clock, name: "invoice.overdue", subject: id });
}

/** Announces that an open invoice is to be paid soon. */
export function announceDueDate(work: Work, job: Job): void {
  const invoice = unpaid(work, job);
  if (invoice && invoice.due_date === job.at + NOTICE) work.emit("invoice.will_be_due", invoice);
}

/** Announces that an open invoice should have been paid by now; the subscription it is the latest of is past due. */
export function passDueDate(work: Work, job: Job): void {
  const invoice = unpaid(work, job);
  if (invoice?.due_date !== job.at) return;
  work.emit("invoice.overdue", invoice);
  subscriptionUnpaid(work, invoice);
}

function unpaid(work: Work, { subject }: Job): Held<"invoice"> | null {
  const invoice = work.store.get("invoice", subject);
  return invoice?.status === "open" ? invoice : null;
}
