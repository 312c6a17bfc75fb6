import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { releaseSchedule } from "./plan-schedule";
import { runningSubscription } from "./running-subscription";
import { stampOfSubscription } from "./stamp";
import type { Named } from "./status";

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
  /** It was changed elsewhere since the page was made. Nothing was done. */
  | { outcome: "changed" }
  /** There is no subscription that runs: it has ended elsewhere, or never was. */
  | { outcome: "none_running" };

/**
 * Lets the user's subscription end, with the period that is paid or at once, and tells Stripe why. Nothing is refunded,
 * nothing is charged any more.
 *
 * @throws Stripe's or the database's error; nothing has changed for us then, and asking again is safe
 * https://docs.stripe.com/billing/subscriptions/cancel
 */
export async function cancelSubscription(cancellation: Cancellation): Promise<CancelOutcome> {
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
    await mirror(
      await observe(() => stripe().subscriptions.cancel(subscription.id, { cancellation_details })),
    );
    return { outcome: "ended" };
  }
  const ending = { cancel_at_period_end: true, cancellation_details };
  await mirror(await observe(() => stripe().subscriptions.update(subscription.id, ending)));
  return { outcome: "canceled" };
}
