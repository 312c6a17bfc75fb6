import type { Held } from "../../core/kinds";
import type { Job, RetryPolicy } from "../../core/records";
import type { Work } from "../../core/work";
import { isHardDecline } from "../../payments/cards/declines";
import { type EventType, inOrder } from "../in-order";
import { endSubscription } from "../subscriptions/end";
import { refreshEntitlements } from "../subscriptions/entitlements";
import { subscriptionOf } from "../subscriptions/of-invoice";
import { methodForInvoice } from "../subscriptions/payment-method";
import { ENDED } from "../subscriptions/status";
import { collect } from "./collect";
import { invoicePaymentFailed, type Retry } from "./failed";
import { finalize } from "./finalize";
import { intentOf } from "./payment";
import { intervalOf, retriesOf } from "./retries";
import { noteUnfit, unfitness } from "./unfit";
import { markUncollectible, voidInvoice } from "./void";

type Invoice = Held<"invoice">;

const ATTEMPT_EVENTS: readonly EventType[] = [
  "invoice.finalized",
  "payment_intent.created",
  "charge.succeeded",
  "charge.dispute.created",
  "charge.dispute.funds_withdrawn",
  "charge.failed",
  "payment_intent.succeeded",
  "payment_intent.payment_failed",
  "payment_intent.requires_action",
  "payment_intent.canceled",
  "invoice.payment_action_required",
  "invoice.payment_failed",
  "invoice.sent",
  "invoice.voided",
  "invoice.marked_uncollectible",
];

const SUBSCRIPTION_EVENTS: readonly EventType[] = [
  "subscription_schedule.aborted",
  "customer.subscription.updated",
  "customer.subscription.pending_update_applied",
  "customer.subscription.resumed",
  "customer.subscription.deleted",
];

const LAST_EVENTS: readonly EventType[] = [
  "invoice.paid",
  "invoice.payment_succeeded",
  "invoice_payment.paid",
  "customer.updated",
  "entitlements.active_entitlement_summary.updated",
];

/** The events of closing and collecting an invoice by itself, in the order of Stripe's log. */
function advanceEvents({ status }: Invoice): readonly EventType[] {
  const follow: readonly EventType[] =
    status === "paid"
      ? [...SUBSCRIPTION_EVENTS, "invoice.updated"]
      : ["invoice.updated", ...SUBSCRIPTION_EVENTS];
  return [...ATTEMPT_EVENTS, ...follow, ...LAST_EVENTS];
}

/** Closes a draft whose time has come, if it is still to advance by itself, and collects it. */
export function advanceInvoice(work: Work, { subject, at }: Job): void {
  const draft = work.store.get("invoice", subject);
  if (draft?.status !== "draft" || !draft.auto_advance) return;
  const reason = unfitness(work, draft);
  if (reason) {
    noteUnfit(work, draft, reason);
    return;
  }
  inOrder(work, advanceEvents, (noted) => {
    const open = finalize(noted, draft);
    if (open.status === "open") settleOpen(noted, open, at);
    return noted.store.must("invoice", draft.id);
  });
}

/** Tries again to collect an invoice whose payment failed; after the last attempt its subscription ends. */
export function retryInvoice(work: Work, { subject, at }: Job): void {
  const invoice = work.store.get("invoice", subject);
  if (invoice?.status !== "open" || !invoice.auto_advance) return;
  inOrder(work, advanceEvents, (noted) => {
    charge(noted, invoice, at);
    return noted.store.must("invoice", invoice.id);
  });
}

function settleOpen(work: Work, invoice: Invoice, at: number): void {
  const pause = subscriptionOf(work, invoice)?.pause_collection?.behavior;
  if (pause === "void") voidInvoice(work, invoice);
  else if (pause === "mark_uncollectible") markUncollectible(work, invoice);
  else if (invoice.collection_method === "send_invoice") work.emit("invoice.sent", invoice);
  else charge(work, invoice, at);
}

function charge(work: Work, invoice: Invoice, at: number): void {
  const subscription = subscriptionOf(work, invoice);
  const method = methodForInvoice(work, invoice, subscription);
  const retry = nextRetry(work, invoice, at);
  if (method && !isHopeless(work, invoice, method)) collect(work, invoice, method, true, retry);
  else invoicePaymentFailed(work, invoice, retry);
  const tried = work.store.must("invoice", invoice.id);
  if (tried.status !== "open") return;
  if (retry.next_payment_attempt !== null) {
    work.schedule({
      at: retry.next_payment_attempt,
      clock: invoice.test_clock,
      name: "invoice.retry",
      subject: invoice.id,
    });
    return;
  }
  work.store.update("invoice", invoice.id, { auto_advance: false });
  const left = subscription && work.store.must("subscription", subscription.id);
  if (left && !ENDED[left.status]) giveUp[retriesOf(work.store).end](work, left);
}

/** What becomes of a subscription for whose invoice nothing is tried any more. */
const giveUp: Readonly<Record<RetryPolicy["end"], (work: Work, subscription: Held<"subscription">) => void>> =
  {
    cancel: (work, subscription) => {
      endSubscription(work, subscription, "payment_failed");
    },
    past_due: () => {},
    unpaid: (work, subscription) => {
      if (subscription.status !== "past_due") return;
      const before = work.snapshot(subscription);
      const unpaid = work.store.update("subscription", subscription.id, { status: "unpaid" });
      work.emit("customer.subscription.updated", unpaid, before);
      refreshEntitlements(work, subscription.customer);
    },
  };

/** Whether the last attempt was refused for good: the same card isn't charged again, though the retries count on. */
function isHopeless(work: Work, invoice: Invoice, method: Held<"payment_method">): boolean {
  const error = intentOf(work, invoice)?.last_payment_error;
  return error?.payment_method === method.id && isHardDecline(error.decline_code ?? error.code ?? "");
}

function nextRetry(work: Work, invoice: Invoice, at: number): Retry {
  const attempts = invoice.attempt_count + 1;
  const policy = retriesOf(work.store);
  return {
    attempt_count: attempts,
    next_payment_attempt: attempts >= policy.attempts ? null : at + intervalOf(policy),
  };
}
