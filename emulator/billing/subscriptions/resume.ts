import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import type { Job } from "../../core/records";
import type { Work } from "../../core/work";
import { inOrder, quietAbout } from "../in-order";
import { collect } from "../invoices/collect";
import { finalize } from "../invoices/finalize";
import { voidInvoice } from "../invoices/void";
import { refreshEntitlements } from "./entitlements";
import { payingMethod } from "./payment-method";
import { schedulePending } from "./pending-interval";
import { beginPeriodsAgain } from "./resume-periods";
import { scheduleBoundary } from "./schedule";
import { PAUSE_EVENTS } from "./update-events";

type Subscription = Held<"subscription">;
type Params = ParamsOf<"subscriptions.resume">;

/** How long the invoice of a resumption may be outstanding. https://docs.stripe.com/api/subscriptions/resume */
const PAYMENT_WINDOW = 23 * 3600;

/**
 * Resumes a paused subscription: its periods begin anew, or go on where they would be. It is active once nothing
 * is left to pay, or, unless payment must succeed, once it was tried. Emits `customer.subscription.resumed`.
 * https://docs.stripe.com/api/subscriptions/resume
 */
export function resumeSubscription(work: Work, subscription: Subscription, params: Params): Subscription {
  if (subscription.status !== "paused") {
    throw invalidRequest("You can only resume a subscription if it is `paused`.");
  }
  inOrder<void>(
    work,
    () => PAUSE_EVENTS,
    (noted) => resume(noted, subscription, params),
  );
  return work.store.must("subscription", subscription.id);
}

function resume(work: Work, subscription: Subscription, params: Params): void {
  const now = work.now(subscription.test_clock);
  const before = work.snapshot(subscription);
  const quiet = quietAbout(work, "customer.subscription.updated");
  const draft = beginPeriodsAgain(quiet, subscription, params, now);
  const runs = draft === null || becomesPaid(quiet, subscription, draft, params);
  const settled = work.store.must("subscription", subscription.id);
  if (!runs) awaitPayment(work, subscription, now);
  else if (settled.status === "paused") becomeActive(work, settled);
  work.emit("customer.subscription.updated", work.store.must("subscription", subscription.id), before);
}

/** Closes the invoice of a resumption and tries to collect it; says whether the subscription runs again. */
function becomesPaid(
  work: Work,
  subscription: Subscription,
  draft: Held<"invoice">,
  params: Params,
): boolean {
  const invoice = finalize(work, draft);
  if (invoice.status === "paid" || invoice.collection_method === "send_invoice") return true;
  const method = payingMethod(work, subscription);
  if (!method) return false;
  const attempt = collect(work, invoice, method, true);
  return attempt?.result === "succeeded" || params.payment_behavior !== "resume_on_payment_success";
}

/** A resumption that wasn't paid yet: its invoice has 23 hours. */
function awaitPayment(work: Work, subscription: Subscription, now: number): void {
  work.schedule({
    at: now + PAYMENT_WINDOW,
    clock: subscription.test_clock,
    name: "subscription.give_up_resumption",
    subject: subscription.id,
  });
}

/** Gives a resumption up that nobody paid: its invoice is void, the subscription stays paused. */
export function giveUpResumption(work: Work, { subject }: Job): void {
  const subscription = work.store.get("subscription", subject);
  const invoice = work.store.get("invoice", subscription?.latest_invoice ?? "");
  if (subscription?.status === "paused" && invoice?.status === "open") voidInvoice(work, invoice);
}

/** Lets a subscription run again; past due where its invoice couldn't be paid. Emits `customer.subscription.resumed`. */
export function becomeActive(work: Work, subscription: Subscription): Subscription {
  const invoice = work.store.get("invoice", subscription.latest_invoice ?? "");
  const owes = invoice?.status === "open" && invoice.collection_method === "charge_automatically";
  const { status_details: _over, ...rest } = subscription;
  const active = work.store.put("subscription", { ...rest, status: owes ? "past_due" : "active" });
  work.emit("customer.subscription.resumed", active);
  refreshEntitlements(work, subscription.customer);
  scheduleBoundary(work, active);
  schedulePending(work, active);
  return active;
}

/** Whether an invoice that was paid is the one a paused subscription waits for to be resumed. */
export function isResumption(subscription: Subscription, invoice: Held<"invoice">): boolean {
  const since = subscription.status_details?.paused.transitioned_at ?? Infinity;
  return (
    subscription.status === "paused" &&
    subscription.latest_invoice === invoice.id &&
    invoice.billing_reason === "subscription_cycle" &&
    invoice.created >= since
  );
}
