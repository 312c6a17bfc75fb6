import type Stripe from "stripe";
import { env } from "@/lib/env";
import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { trialParams } from "../checkout/create-subscription";
import { releaseSlot, type Slot } from "../checkout/slots";
import { itemsOf } from "../order/items";
import { checkoutPath } from "../order/path";
import { automaticTax, fixedRates } from "../order/tax";
import type { Terms } from "../order/terms";
import { isForOthers, isSpent } from "../spent-key";

export type HostedOrder = {
  terms: Terms;
  /** Names the terms, as the slot does. */
  name: string;
};

/**
 * Makes the page of Stripe's on which the purchase is paid that a slot was taken for. Asked twice for the same slot, Stripe
 * makes one, and repeats it.
 *
 * @returns the session, as it is now; null where the slot's was made with something else about the order, such as the price of
 *   what is counted: the slot is free again
 * @throws Stripe's error; the slot is free again where nothing can be made for it any more
 * https://docs.stripe.com/payments/checkout/build-subscriptions
 */
export async function createSession(
  slot: Slot,
  customer: string,
  order: HostedOrder,
): Promise<Stripe.Checkout.Session | null> {
  const params = await paramsOf(slot, customer, order);
  try {
    const seen = await observe(() =>
      stripe().checkout.sessions.create(params, { idempotencyKey: `session:${slot.id}` }),
    );
    await mirror(seen);
    return seen.replayed ? await stripe().checkout.sessions.retrieve(seen.object.id) : seen.object;
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
  { terms, name }: HostedOrder,
): Promise<Stripe.Checkout.SessionCreateParams> {
  const { price, currency, promotion, trial } = terms;
  const { origin } = new URL(env().APP_URL);
  const metadata = { slot: slot.id, terms: name };
  return {
    mode: "subscription",
    customer,
    line_items: await itemsOf(terms),
    ...(currency !== price.currency && { currency }),
    ...(promotion && { discounts: [{ promotion_code: promotion.id }] }),
    ...automaticTax(),
    payment_method_collection: trial?.card === "required" ? "always" : "if_required",
    subscription_data: { ...(trial && trialParams(trial)), ...fixedRates(), metadata },
    metadata,
    success_url: `${origin}/checkout/hosted?session={CHECKOUT_SESSION_ID}`,
    cancel_url: `${origin}${pathOf(terms)}`,
  };
}

/** Back to our own checkout, as it was: for whoever doesn't pay on Stripe's page. */
function pathOf({ price, seats, promotion, currency }: Terms): string {
  const code = promotion?.code ?? "";
  return checkoutPath({ price: price.key, seats: seats > 1 ? String(seats) : "", code, currency });
}
