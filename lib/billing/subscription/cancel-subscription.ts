import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { idOf } from "../ids";
import { collectLastInvoice } from "../invoices/collect-last-invoice";
import { releaseSchedule } from "../plan/plan-schedule";
import type { Named } from "../status";
import { reportUsage } from "../usage/report-usage";
import { oneAtATime } from "./one-at-a-time";
import { isMetered } from "./plan-item";
import { runningSubscription } from "./running-subscription";
import { stampOfSubscription } from "./stamp";

/** Why somebody leaves, in Stripe's terms. https://docs.stripe.com/api/subscriptions/object#subscription_object-cancellation_details-feedback */
export type Feedback = Named<Stripe.SubscriptionUpdateParams.CancellationDetails.Feedback>;

export type Cancellation = {
  /** From the session. */
  userId: string;
  /** How the subscription stood on the page that was decided on; see stamp.ts. */
  seen: string;
  when: "period_end" | "now";
  feedback: Feedback | null;
  /** In the person's own words; empty for none. */
  comment: string;
};

export type CancelOutcome =
  /** It ends with its period; asked twice, it still does. */
  | { outcome: "canceled" }
  /** It has ended at once. */
  | { outcome: "ended" }
  /** So it has, and what was used was billed with it: paid, or to be paid from the account. */
  | { outcome: "ended_and_billed" }
  | { outcome: "ended_owing" }
  /** It was changed elsewhere since the page was made. Nothing was done. */
  | { outcome: "changed" }
  /** There is no subscription that runs: it has ended elsewhere, or never was. */
  | { outcome: "none_running" };

/**
 * Lets the user's subscription end, with the period that is paid or at once, and tells Stripe why. Nothing is refunded. What
 * was used beyond what is included is billed: with the period's end, or, where it ends at once, now.
 *
 * @throws Stripe's or the database's error; nothing has changed for us then, and asking again is safe
 * https://docs.stripe.com/billing/subscriptions/cancel
 */
export async function cancelSubscription(cancellation: Cancellation): Promise<CancelOutcome> {
  const { userId } = cancellation;
  return oneAtATime<CancelOutcome>(userId, () => cancelAlone(cancellation), { outcome: "changed" });
}

async function cancelAlone(cancellation: Cancellation): Promise<CancelOutcome> {
  const subscription = await runningSubscription(cancellation.userId);
  if (!subscription) return { outcome: "none_running" };
  const { when, seen, feedback, comment } = cancellation;
  const ends = subscription.cancel_at !== null || subscription.cancel_at_period_end;
  if (when === "period_end" && ends) return { outcome: "canceled" };
  if (seen !== stampOfSubscription(subscription)) return { outcome: "changed" };
  // Stripe lets nobody end what a schedule has plans for.
  await releaseSchedule(subscription);
  const cancellation_details = { ...(feedback && { feedback }), ...(comment && { comment }) };
  if (when === "now") {
    return { outcome: await endNow(subscription, cancellation_details) };
  }
  const ending = { cancel_at_period_end: true, cancellation_details };
  await mirror(await observe(() => stripe().subscriptions.update(subscription.id, ending)));
  return { outcome: "canceled" };
}

/** Stripe drops what was used and isn't billed yet unless it is told to bill it, and then bills what it has heard of. */
async function endNow(
  subscription: Stripe.Subscription,
  cancellation_details: Stripe.SubscriptionCancelParams.CancellationDetails,
): Promise<"ended" | "ended_and_billed" | "ended_owing"> {
  const { id, customer, latest_invoice: before } = subscription;
  const billed = isBilledByUse(subscription);
  if (billed) await reportUsage({ customer: idOf(customer) ?? "" });
  const params = { cancellation_details, ...(billed && { invoice_now: true }) };
  const seen = await observe(() => stripe().subscriptions.cancel(id, params));
  await mirror(seen);
  const last = idOf(seen.object.latest_invoice);
  if (!last || last === idOf(before)) return "ended";
  return outcomes[await collectLastInvoice(last)];
}

const outcomes = { nothing: "ended", paid: "ended_and_billed", owed: "ended_owing" } as const;

/** What is used in a trial is free. */
function isBilledByUse({ status, items }: Stripe.Subscription): boolean {
  return (status === "active" || status === "past_due") && items.data.some(isMetered);
}
