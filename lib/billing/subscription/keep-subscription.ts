import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { runningSubscription } from "./running-subscription";

export type KeepOutcome =
  /** It goes on; asked twice, it still does. */
  | { outcome: "kept" }
  /** Too late: it has ended. */
  | { outcome: "none_running" };

/**
 * Takes back a cancellation, whether it was to the end of the period or, made by an administrator, to another day.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error; asking again is safe
 */
export async function keepSubscription(userId: string): Promise<KeepOutcome> {
  const subscription = await runningSubscription(userId);
  if (!subscription) return { outcome: "none_running" };
  const { id, cancel_at_period_end, cancel_at } = subscription;
  if (cancel_at_period_end) {
    await mirror(await observe(() => stripe().subscriptions.update(id, { cancel_at_period_end: false })));
  } else if (cancel_at !== null) {
    await mirror(await observe(() => stripe().subscriptions.update(id, { cancel_at: "" })));
  }
  return { outcome: "kept" };
}
