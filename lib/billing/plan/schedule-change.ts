import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror, mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { idOf } from "../ids";
import { itemsOf } from "../order/items";
import { oneAtATime } from "../subscription/one-at-a-time";
import { stampOfSubscription } from "../subscription/stamp";
import { type Change, changeOf, type Refusal } from "./changeable";
import { ensureSchedule, runningPhase } from "./plan-schedule";

export type ScheduledOutcome =
  /** It changes with its next period, and can be taken back until then. */
  | { outcome: "change_scheduled" }
  /** The subscription isn't as it was shown. Nothing was done. */
  | { outcome: "changed" }
  /** Stripe plans nothing ahead with a price that isn't sold any more, as the person's own may be. Nothing was done. */
  | { outcome: "only_at_once" }
  | Refusal;

type Wanted = { userId: string; price: string; quantity?: number | undefined; seen: string };

/**
 * Lets the user's plan change with its next period: what is paid stays as it is until then, nothing is charged or credited
 * today, and it can be taken back.
 *
 * @param userId from the session
 * @param price a lookup key or price id
 * @param quantity how many seats; without it as many as now, as far as the new plan has them
 * @param seen how the subscription stood on the page that was decided on; see stamp.ts
 * @throws Stripe's or the database's error; asking again goes on from there
 * https://docs.stripe.com/billing/subscriptions/subscription-schedules/use-cases#downgrades
 */
export async function scheduleChange(wanted: Wanted): Promise<ScheduledOutcome> {
  return oneAtATime<ScheduledOutcome>(wanted.userId, () => scheduleAlone(wanted), { outcome: "changed" });
}

async function scheduleAlone({ userId, price, quantity, seen }: Wanted): Promise<ScheduledOutcome> {
  const change = await changeOf(userId, price, quantity);
  if ("outcome" in change) return change;
  if (stampOfSubscription(change.subscription) !== seen) return { outcome: "changed" };
  try {
    return { outcome: (await putIntoSchedule(change)) ? "change_scheduled" : "changed" };
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    if (isOfPrice(error)) return { outcome: "only_at_once" };
    // Scheduled, changed or ended by another request at this moment.
    return { outcome: "changed" };
  }
}

function isOfPrice({ param }: Stripe.errors.StripeInvalidRequestError): boolean {
  return /^phases\b.*\bprice\b/.test(param ?? "");
}

/** @returns false where it was canceled at this moment, as on Stripe's own page: that stays, and nothing is scheduled */
async function putIntoSchedule({ subscription, price, quantity }: Change): Promise<boolean> {
  const schedule = await ensureSchedule(subscription);
  if (schedule.end_behavior === "cancel") {
    const keepingItsEnd = { preserve_cancel_date: true };
    await mirror(await observe(() => stripe().subscriptionSchedules.release(schedule.id, keepingItsEnd)));
    await mirrorFetched("subscription", subscription.id);
    return false;
  }
  const running = runningPhase(schedule);
  if (!running) throw new Error(`${schedule.id} has no phase that runs`);
  const default_tax_rates = (running.default_tax_rates ?? []).flatMap((rate) => idOf(rate) ?? []);
  const discounts = await lastingDiscounts(subscription, running);
  const updated = await observe(async () =>
    stripe().subscriptionSchedules.update(schedule.id, {
      end_behavior: "release",
      proration_behavior: "none",
      phases: [
        { ...asItStands(running), default_tax_rates },
        {
          currency: subscription.currency,
          items: await itemsOf({ price, seats: quantity }),
          duration: { interval: price.interval, interval_count: 1 },
          default_tax_rates,
          discounts,
          proration_behavior: "none",
        },
      ],
    }),
  );
  await mirror(updated);
  await mirrorFetched("subscription", subscription.id);
  return true;
}

/** What lowers payments beyond the phase that runs; a phase that doesn't name it ends it. */
async function lastingDiscounts(
  { id }: Stripe.Subscription,
  { end_date }: Stripe.SubscriptionSchedule.Phase,
) {
  const { discounts } = await stripe().subscriptions.retrieve(id, { expand: ["discounts"] });
  return discounts.flatMap((one) => {
    if (typeof one === "string" || (one.end !== null && one.end <= end_date)) return [];
    return [{ discount: one.id }];
  });
}

/** The phase that runs, said again as it is: an update has to name all phases. */
function asItStands(phase: Stripe.SubscriptionSchedule.Phase): Stripe.SubscriptionScheduleUpdateParams.Phase {
  const { start_date, end_date, trial_end, discounts, items, currency } = phase;
  return {
    currency,
    start_date,
    end_date,
    ...(trial_end !== null && { trial_end }),
    discounts: discounts.flatMap(({ discount }) => {
      const id = idOf(discount);
      return id ? [{ discount: id }] : [];
    }),
    items: items.map(({ price, quantity }) => ({
      price: idOf(price) ?? "",
      ...(quantity !== undefined && { quantity }),
    })),
    proration_behavior: "none",
  };
}
