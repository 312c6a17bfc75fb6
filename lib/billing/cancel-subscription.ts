import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { runningSubscription } from "./running-subscription";

export type CancelOutcome =
  /** It ends with its period; asked twice, it still does. */
  | { outcome: "canceled" }
  /** There is no subscription that runs: it has ended elsewhere, or never was. */
  | { outcome: "none_running" };

/**
 * Lets the user's subscription end with the period that is paid. Nothing is refunded, nothing is charged any more.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error; nothing has changed for us then, and asking again is safe
 * https://docs.stripe.com/billing/subscriptions/cancel
 */
export async function cancelSubscription(userId: string): Promise<CancelOutcome> {
  const subscription = await runningSubscription(userId);
  if (!subscription) return { outcome: "none_running" };
  if (subscription.cancel_at === null && !subscription.cancel_at_period_end) {
    await mirror(
      await observe(() => stripe().subscriptions.update(subscription.id, { cancel_at_period_end: true })),
    );
  }
  return { outcome: "canceled" };
}
