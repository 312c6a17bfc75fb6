import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";

/** The subscription an invoice bills, or null for an invoice of its own. */
export function subscriptionOf(work: Work, invoice: Held<"invoice">): Held<"subscription"> | null {
  const id = invoice.parent?.subscription_details?.subscription;
  return id ? work.store.must("subscription", id) : null;
}
