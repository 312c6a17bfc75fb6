import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { itemsOf } from "../order/items";
import { automaticTax, fixedRates } from "../order/tax";
import { nameOfTerms, type Terms } from "../order/terms";
import { releaseSlot, type Slot } from "./slots";

/** What is bought, and with what: a card saved before, where the trial asks for one. */
export type Bargain = { terms: Terms; card: string | null };

/**
 * Makes the subscription that a slot was taken for. Asked twice for the same slot, Stripe makes one.
 *
 * @returns null where Stripe repeats an older answer: what has become of it since is to be read
 * @throws Stripe's error; after a refusal the slot is free again
 */
export async function createSubscription(
  slot: Slot,
  customer: string,
  { terms, card }: Bargain,
): Promise<{ id: string; made: Stripe.Subscription | null }> {
  const params = await paramsOf(slot, customer, { terms, card });
  try {
    const seen = await observe(() =>
      stripe().subscriptions.create(params, { idempotencyKey: `subscription:${slot.id}` }),
    );
    if (seen.replayed) return { id: seen.object.id, made: null };
    await mirror(seen);
    return { id: seen.object.id, made: seen.object };
  } catch (error) {
    // Stripe repeats a refusal under the same key, so this slot could never buy anything.
    if (error instanceof Stripe.errors.StripeInvalidRequestError) await releaseSlot(slot.id);
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
