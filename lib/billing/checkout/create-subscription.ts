import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { itemsOf } from "../order/items";
import { automaticTax, fixedRates } from "../order/tax";
import { nameOfTerms, type Terms } from "../order/terms";
import { isForOthers, isSpent } from "../spent-key";
import { releaseSlot, type Slot } from "./slots";

/** What is bought, and with what: a card saved before, where the trial asks for one. */
export type Bargain = { terms: Terms; card: string | null };

/**
 * Makes the subscription that a slot was taken for. Asked twice for the same slot, Stripe makes one.
 *
 * @returns `made` is null where Stripe repeats an older answer: what has become of it since is to be read. All is null where
 *   the slot was tried with something else about the order, and is free again
 * @throws Stripe's error; the slot is free again where nothing can be made for it any more
 */
export async function createSubscription(
  slot: Slot,
  customer: string,
  { terms, card }: Bargain,
): Promise<{ id: string; made: Stripe.Subscription | null } | null> {
  const params = await paramsOf(slot, customer, { terms, card });
  try {
    const seen = await observe(() =>
      stripe().subscriptions.create(params, { idempotencyKey: `subscription:${slot.id}` }),
    );
    if (seen.replayed) return { id: seen.object.id, made: null };
    await mirror(seen);
    return { id: seen.object.id, made: seen.object };
  } catch (error) {
    // This slot could never buy anything.
    if (isSpent(error)) await releaseSlot(slot.id);
    if (isForOthers(error)) return null;
    throw error;
  }
}

async function paramsOf(
  slot: Slot,
  customer: string,
  { terms, card }: Bargain,
): Promise<Stripe.SubscriptionCreateParams> {
  const { price, currency, promotion, trial } = terms;
  return {
    customer,
    items: await itemsOf(terms),
    ...(currency !== price.currency && { currency }),
    payment_behavior: "default_incomplete",
    payment_settings: { save_default_payment_method: "on_subscription" },
    ...(promotion && { discounts: [{ promotion_code: promotion.id }] }),
    ...(trial && trialParams(trial)),
    ...(card && { default_payment_method: card }),
    ...automaticTax(),
    ...fixedRates(),
    metadata: { slot: slot.id, terms: nameOfTerms(terms), ...(promotion && { code: promotion.code }) },
  };
}

/** https://docs.stripe.com/billing/subscriptions/trials/free-trials#create-free-trials-without-payment */
export function trialParams({ days, withoutCard }: NonNullable<Terms["trial"]>) {
  return {
    trial_period_days: days,
    trial_settings: { end_behavior: { missing_payment_method: withoutCard } },
  };
}
