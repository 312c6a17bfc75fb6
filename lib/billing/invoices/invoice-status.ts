import type Stripe from "stripe";
import type { Named } from "../status";

/** The statuses of invoices that their customers get to see: all but drafts, which may still change. */
export type InvoiceStatus = Exclude<Named<NonNullable<Stripe.Invoice.Status>>, "draft">;

const shown: Record<InvoiceStatus, true> = { open: true, paid: true, uncollectible: true, void: true };

/** Whether an invoice in this status is shown to people: a draft, and a status that we don't know, isn't. */
export function isInvoiceStatus(status: string | null): status is InvoiceStatus {
  return status !== null && Object.hasOwn(shown, status);
}
