import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { subscriptionOf } from "../queries/subscription-of";
import { isRunning } from "../status";

/**
 * A user's own subscription as Stripe has it at this moment, written to the mirror on the way; null unless it has begun and
 * hasn't ended.
 */
export async function runningSubscription(userId: string): Promise<Stripe.Subscription | null> {
  const known = await subscriptionOf(userId);
  if (!known || !isRunning(known.status)) return null;
  const seen = await observe(() => stripe().subscriptions.retrieve(known.id));
  await mirror(seen);
  return isRunning(seen.object.status) ? seen.object : null;
}
