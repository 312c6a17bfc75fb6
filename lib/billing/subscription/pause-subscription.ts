import { billing } from "@/billing.config";
import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { subscriptionOf } from "../queries/subscription-of";
import { oneAtATime } from "./one-at-a-time";
import { isPausable } from "./pausable";
import { pauseEnd } from "./pause-end";
import { runningSubscription } from "./running-subscription";
import { stampOfSubscription } from "./stamp";

export type PauseOutcome =
  /** It pauses with the end of the period that is paid. */
  | { outcome: "paused" }
  /** It isn't monthly, owes something, is about to end, or is paused already. */
  | { outcome: "not_pausable" }
  | { outcome: "changed" }
  | { outcome: "none_running" };

type Wanted = { userId: string; seen: string; periods: number };

/**
 * Pauses the user's subscription for some of its periods, from the end of the one that is paid: what they would be billed is
 * withdrawn, and closed to them. Nothing is charged or refunded.
 *
 * @param userId from the session
 * @param seen how the subscription stood on the page that was decided on; see stamp.ts
 * @param periods at least 1, at most what billing.config.ts allows
 * @throws Stripe's or the database's error; asking again is safe
 * https://docs.stripe.com/billing/subscriptions/pause-payment
 */
export async function pauseSubscription(wanted: Wanted): Promise<PauseOutcome> {
  return oneAtATime<PauseOutcome>(wanted.userId, () => pauseAlone(wanted), { outcome: "changed" });
}

async function pauseAlone({ userId, seen, periods }: Wanted): Promise<PauseOutcome> {
  const subscription = await runningSubscription(userId);
  if (!subscription) return { outcome: "none_running" };
  if (seen !== stampOfSubscription(subscription)) return { outcome: "changed" };
  const own = await subscriptionOf(userId);
  const allowed = Number.isInteger(periods) && periods >= 1 && periods <= billing.pause.mostPeriods;
  if (!own?.periodEnd || !own.price || !isPausable(own) || !allowed) return { outcome: "not_pausable" };
  const resumes_at = Math.floor(pauseEnd(own.periodEnd, own.price.interval, periods).getTime() / 1000);
  const pause_collection = { behavior: "void", resumes_at } as const;
  await mirror(await observe(() => stripe().subscriptions.update(subscription.id, { pause_collection })));
  return { outcome: "paused" };
}
