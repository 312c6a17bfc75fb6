import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror, mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { idOf } from "../ids";

/**
 * Lets a subscription go on as it is: its schedule is released, and what that had ahead of it won't happen. One that isn't
 * scheduled stays as it is.
 *
 * https://docs.stripe.com/billing/subscriptions/subscription-schedules#releasing-a-schedule
 */
export async function releaseSchedule(subscription: Stripe.Subscription): Promise<void> {
  const id = idOf(subscription.schedule);
  if (!id) return;
  const seen = await observe(() => stripe().subscriptionSchedules.retrieve(id));
  const { status } = seen.object;
  await mirror(
    status === "active" || status === "not_started"
      ? await observe(() => stripe().subscriptionSchedules.release(id))
      : seen,
  );
  await mirrorFetched("subscription", subscription.id);
}

/** A subscription's schedule as Stripe has it now, made from how the subscription stands where there is none. */
export async function ensureSchedule({
  id,
  schedule,
}: Stripe.Subscription): Promise<Stripe.SubscriptionSchedule> {
  const known = idOf(schedule);
  const seen = await observe(() =>
    known
      ? stripe().subscriptionSchedules.retrieve(known)
      : stripe().subscriptionSchedules.create({ from_subscription: id }),
  );
  await mirror(seen);
  return seen.object;
}

/** The phase that runs now; undefined where none does. */
export function runningPhase({
  phases,
  current_phase,
}: Stripe.SubscriptionSchedule): Stripe.SubscriptionSchedule.Phase | undefined {
  return phases.find(({ start_date }) => start_date === current_phase?.start_date);
}

/** Whether something comes after the phase that runs: a change that somebody has decided on. */
export function hasChangeAhead({ phases, current_phase }: Stripe.SubscriptionSchedule): boolean {
  return phases.some(
    ({ start_date }) => start_date > (current_phase?.start_date ?? Number.NEGATIVE_INFINITY),
  );
}
