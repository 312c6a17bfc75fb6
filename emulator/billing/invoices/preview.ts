import { StripeError } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { governing, turnPhase } from "../schedules/turn-phase";
import { settle } from "../settlement";
import { finalInvoice } from "../subscriptions/final-invoice";
import { periodEndOf } from "../subscriptions/period";
import { renew } from "../subscriptions/renew";
import { ENDED } from "../subscriptions/status";
import { draftInvoice } from "./draft";
import { lineOf, pendingItems } from "./invoice-item";

type Invoice = Held<"invoice">;
type Subscription = Held<"subscription">;

/**
 * The invoice a subscription comes to next: what its next period costs, with what is pending. It is drafted
 * in earnest; whoever only wants to look at it takes the work back. Throws where nothing is to come.
 */
export function nextInvoice(work: Work, subscription: Subscription): Invoice {
  const at = periodEndOf(work, subscription);
  const ends = subscription.cancel_at !== null && subscription.cancel_at <= at;
  if (ENDED[subscription.status]) {
    return pendingInvoice(work, work.store.must("customer", subscription.customer), subscription);
  }
  if (ends) return lastInvoice(work, subscription);
  const turned = throughPhases(work, subscription, at);
  if (turned.latest_invoice !== null && turned.latest_invoice !== subscription.latest_invoice) {
    return work.store.must("invoice", turned.latest_invoice);
  }
  const boundary = periodEndOf(work, turned);
  return renew({ ...work, now: () => boundary }, turned, boundary);
}

/** What the end of a subscription brings that is to end with its period. Throws where nothing is to come. */
function lastInvoice(work: Work, subscription: Subscription): Invoice {
  const end = subscription.cancel_at ?? periodEndOf(work, subscription);
  const last = finalInvoice({ ...work, now: () => end }, subscription, end);
  if (last === null) throw nothingUpcoming(subscription.customer);
  return last;
}

/** Goes through the phases of the subscription's schedule up to a time, or to the first that bills by itself. */
function throughPhases(work: Work, subscription: Subscription, until: number): Subscription {
  const end = governing(work, subscription)?.current_phase?.end_date;
  if (end === undefined || end > until) return subscription;
  turnPhase({ ...work, now: () => end }, subscription, end);
  const turned = work.store.must("subscription", subscription.id);
  const billed = turned.latest_invoice !== subscription.latest_invoice;
  return billed ? turned : throughPhases(work, turned, until);
}

/** The invoice of what is pending alone. Throws where nothing is. */
export function pendingInvoice(
  work: Work,
  customer: Held<"customer">,
  subscription: Subscription | null,
): Invoice {
  const pending = pendingItems(work, customer.id, subscription?.id);
  const now = work.now(customer.test_clock);
  if (pending.length === 0) throw nothingUpcoming(customer.id);
  return draftInvoice(work, customer, {
    billing_reason: "upcoming",
    currency: customer.currency ?? "usd",
    lines: pending.map(lineOf),
    period_end: now,
    period_start: now,
  });
}

/** An invoice as a preview shows it: nothing of it is closed, numbered or paid, whatever was done to count it. */
export function asPreview(invoice: Invoice, startingBalance: number): Invoice {
  const { amountDue } = settle(invoice.total, startingBalance, invoice.currency);
  return {
    ...invoice,
    id: `upcoming_${invoice.id}`,
    amount_due: amountDue,
    amount_paid: 0,
    amount_remaining: amountDue,
    attempt_count: 0,
    attempted: false,
    confirmation_secret: null,
    effective_at: null,
    ending_balance: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    number: null,
    payments: [],
    starting_balance: startingBalance,
    status: "draft",
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    webhooks_delivered_at: null,
  };
}

/** The refusal where a customer has nothing that will be invoiced. https://docs.stripe.com/error-codes#invoice-upcoming-none */
export function nothingUpcoming(customer: string): StripeError {
  return new StripeError(404, {
    code: "invoice_upcoming_none",
    message: `No upcoming invoices for customer: '${customer}'`,
    type: "invalid_request_error",
  });
}
