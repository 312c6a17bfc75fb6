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
 * Lets a saved card pay from now on: the running subscription, what it is to become, and whatever the person buys later. A
 * subscription's own card goes before the customer's at Stripe, and the next phase of a schedule brings the schedule's, so all
 * are set.
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
  const default_settings = { default_payment_method: card };
  for (const { id, default_payment_method: paying, schedule } of await runningAtStripe(customer)) {
    if (idOf(paying) !== card)
      await mirror(await observe(() => stripe().subscriptions.update(id, { default_payment_method: card })));
    const ahead = idOf(schedule);
    if (ahead)
      await mirror(await observe(() => stripe().subscriptionSchedules.update(ahead, { default_settings })));
  }
  const invoice_settings = { default_payment_method: card };
  await mirror(await observe(() => stripe().customers.update(customer, { invoice_settings })));
  return { outcome: "card_default" };
}
