import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { declinedCard } from "../../payments/decline-body";
import { collect } from "../invoices/collect";
import { actionRequired } from "./action-required";
import { invoicePending } from "./invoice-now";
import { noMethodToCharge, payingMethod } from "./payment-method";
import { itemsOf } from "./period";
import type { UpdateParams } from "./read-update";

type Subscription = Held<"subscription">;
export type Payment = Pick<UpdateParams, "off_session" | "payment_behavior">;

/**
 * Bills an update's prorations at once and collects them, as `payment_behavior` says. A payment that fails
 * leaves the subscription changed and past due, unless that is to be an error.
 */
export function payUpdate(work: Work, subscription: Subscription, params: Payment, now: number): void {
  const start = Math.min(...itemsOf(work, subscription).map((item) => item.current_period_start));
  const invoice = invoicePending(work, subscription, "subscription_update", { start, end: now });
  if (invoice) collectUpdate(work, subscription, invoice, params);
}

/** Collects the invoice of a change at once, as `payment_behavior` says. */
export function collectUpdate(
  work: Work,
  subscription: Subscription,
  invoice: Held<"invoice">,
  params: Payment,
): void {
  if (invoice.status !== "open" || subscription.collection_method === "send_invoice") return;
  const behavior = params.payment_behavior ?? "allow_incomplete";
  if (behavior === "default_incomplete") {
    fallDue(work, subscription);
    return;
  }
  const method = payingMethod(work, subscription);
  if (!method) throw noMethodToCharge();
  const attempt = collect(work, invoice, method, params.off_session === true);
  if (!attempt || attempt.result === "succeeded") return;
  if (behavior === "error_if_incomplete") {
    throw attempt.result === "declined" ? declinedCard(attempt.decline) : actionRequired();
  }
  fallDue(work, subscription);
}

function fallDue(work: Work, subscription: Subscription): void {
  work.store.update("subscription", subscription.id, { status: "past_due" });
}
