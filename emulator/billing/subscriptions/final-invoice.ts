import type { Held } from "../../core/kinds";
import type { Job } from "../../core/records";
import type { Work } from "../../core/work";
import { usageLine } from "../invoices/item-lines";
import { markUncollectible } from "../invoices/void";
import { invoiceDraft } from "./invoice-now";
import { itemsOf } from "./period";

const HOUR = 3600;
const WRITTEN_OFF_AFTER = 5;

/**
 * Drafts the last invoice of a subscription that has ended: what is pending, and what metered items were used for
 * up to `until`; null where that is nothing. It is closed and collected an hour later. One that only gives back is
 * written off within seconds, as was recorded, and its credit is lost.
 * https://docs.stripe.com/api/subscriptions/cancel
 */
export function finalInvoice(
  work: Work,
  subscription: Held<"subscription">,
  until: number,
): Held<"invoice"> | null {
  const items = itemsOf(work, subscription);
  const used = items
    .filter(({ quantity }) => quantity === undefined)
    .map((item) => usageLine(work, item, { start: item.current_period_start, end: until }))
    .filter(({ quantity }) => quantity !== 0);
  const now = work.now(subscription.test_clock);
  const start = Math.min(...items.map((item) => item.current_period_start));
  const draft = invoiceDraft(work, subscription, "subscription_cycle", { start, end: now }, used, {
    automatically_finalizes_at: now + HOUR + 1,
    next_payment_attempt: subscription.collection_method === "send_invoice" ? null : now + HOUR,
  });
  if (draft === null) return null;
  const lost = draft.total < 0;
  work.schedule({
    at: now + (lost ? WRITTEN_OFF_AFTER : HOUR),
    clock: subscription.test_clock,
    name: lost ? "invoice.write_off" : "invoice.advance",
    subject: draft.id,
  });
  return draft;
}

/** Writes the draft off whose credit nobody is left to use. Emits `invoice.marked_uncollectible`. */
export function writeOff(work: Work, { subject }: Job): void {
  const draft = work.store.get("invoice", subject);
  if (draft?.status !== "draft") return;
  markUncollectible(work, work.store.update("invoice", draft.id, { automatically_finalizes_at: null }));
}
