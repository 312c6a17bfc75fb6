import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { idOf } from "../ids";
import { runningAtStripe } from "../subscription/running-at-stripe";
import { ownCard } from "./own-card";

export type DefaultOutcome =
  /** It pays from now on; asked twice, it still does. */
  | { outcome: "card_default" }
  /** No card of this person's. */
  | { outcome: "card_not_found" };

/**
 * Lets a saved card pay from now on: the running subscription, and whatever the person buys later. A subscription's own
 * card goes before the customer's at Stripe, so both are set.
 * https://docs.stripe.com/billing/subscriptions/payment-methods-setting#payment-method-priority
 *
 * @param userId from the session
 * @throws Stripe's or the database's error; asking again is safe
 */
export async function makeCardDefault({
  userId,
  card,
}: {
  userId: string;
  card: string;
}): Promise<DefaultOutcome> {
  const seen = await ownCard(userId, card);
  const customer = idOf(seen?.object.customer);
  if (!seen || !customer) return { outcome: "card_not_found" };
  await mirror(seen);
  for (const { id, default_payment_method: paying } of await runningAtStripe(customer)) {
    if (idOf(paying) === card) continue;
    await mirror(await observe(() => stripe().subscriptions.update(id, { default_payment_method: card })));
  }
  const invoice_settings = { default_payment_method: card };
  await mirror(await observe(() => stripe().customers.update(customer, { invoice_settings })));
  return { outcome: "card_default" };
}
