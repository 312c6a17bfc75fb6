import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { releaseSchedule } from "../plan/plan-schedule";
import { secondSubscriptionsOf } from "../queries/second-subscriptions";
import { isRunning } from "../status";

export type EndSecondOutcome =
  /** It ends with the period that is paid; asked twice, it still does. */
  | { outcome: "second_ends" }
  /** Nothing was paid for it, and it has ended at once. */
  | { outcome: "second_ended" }
  /** The person has no such subscription beside their plan. */
  | { outcome: "no_second" };

/**
 * Ends a subscription that somebody has beside their plan, which only an administrator can have made. What is paid stays open
 * to its end. Their plan itself can't be ended this way.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error; asking again is safe
 */
export async function endSecondSubscription({
  userId,
  subscription: id,
}: {
  userId: string;
  subscription: string;
}): Promise<EndSecondOutcome> {
  const seconds = await secondSubscriptionsOf(userId);
  if (!seconds.some((second) => second.id === id)) return { outcome: "no_second" };
  const subscription = await read(id);
  if (!isRunning(subscription.status)) return { outcome: "second_ended" };
  if (subscription.cancel_at !== null || subscription.cancel_at_period_end) return { outcome: "second_ends" };
  // Stripe lets nobody end what a schedule has plans for.
  await releaseSchedule(subscription);
  if (subscription.status === "active") {
    await mirror(await observe(() => stripe().subscriptions.update(id, { cancel_at_period_end: true })));
    return { outcome: "second_ends" };
  }
  await mirror(await observe(() => stripe().subscriptions.cancel(id)));
  return { outcome: "second_ended" };
}

async function read(id: string): Promise<Stripe.Subscription> {
  const seen = await observe(() => stripe().subscriptions.retrieve(id));
  await mirror(seen);
  return seen.object;
}
