import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { planItem } from "./plan-item";
import { runningSubscription } from "./running-subscription";

export type ResumeOutcome =
  /** It goes on as if it had never been paused; the same where it wasn't. */
  | { outcome: "resumed" }
  /** The running period isn't paid for, so it goes on with the next one. */
  | { outcome: "resumes_at_renewal" }
  | { outcome: "none_running" };

/**
 * Takes a pause back. A period that wasn't billed stays closed, since otherwise pausing over each renewal would be a way to
 * read for nothing.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error; asking again is safe
 */
export async function resumeSubscription(userId: string): Promise<ResumeOutcome> {
  const subscription = await runningSubscription(userId);
  if (!subscription) return { outcome: "none_running" };
  if (subscription.pause_collection === null) return { outcome: "resumed" };
  const item = planItem(subscription);
  if (!item || (await isPaid(subscription, item.current_period_start))) {
    await mirror(
      await observe(() => stripe().subscriptions.update(subscription.id, { pause_collection: "" })),
    );
    return { outcome: "resumed" };
  }
  const pause_collection = { behavior: "void", resumes_at: item.current_period_end } as const;
  await mirror(await observe(() => stripe().subscriptions.update(subscription.id, { pause_collection })));
  return { outcome: "resumes_at_renewal" };
}

/** One made just before the period, as by a change of plan, is for it only where it reaches into it. */
async function isPaid({ id }: Stripe.Subscription, since: number): Promise<boolean> {
  const { data } = await stripe().invoices.list({
    subscription: id,
    status: "paid",
    created: { gte: since - 60 },
  });
  return data.some(
    ({ created, lines }) => created >= since || lines.data.some(({ period }) => period.end > since),
  );
}
