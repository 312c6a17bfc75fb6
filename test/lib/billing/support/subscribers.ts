import { makeCardDefault } from "@/lib/billing/cards/make-card-default";
import { settleReturn } from "@/lib/billing/checkout/settle-return";
import { customerOf } from "@/lib/billing/queries/customer";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { env } from "@/lib/env";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { aPerson } from "./people";
import { begin, pay, priceNamed } from "./shop";

/** Somebody who has just paid for a plan, with the visa that ends in 4242 unless another card is named. */
export async function aSubscriber(price = "studio_monthly", card = "pm_card_visa") {
  const userId = await aPerson();
  const clientSecret = await begin(userId, price);
  await pay(clientSecret, card);
  await settleReturn({ userId, clientSecret });
  const own = await subscriptionOf(userId);
  const customer = await customerOf(userId);
  if (!own || !customer) throw new Error("no subscription");
  return { userId, customer, subscription: own.id };
}

/** Somebody who pays for a plan of seats, and has one; without a trial. */
export async function aTeam() {
  const subscriber = await aSubscriber("studio_monthly");
  const { id: price } = await priceNamed("team_monthly");
  const [item] = (await stripe().subscriptions.retrieve(subscriber.subscription)).items.data;
  await stripe().subscriptions.update(subscriber.subscription, {
    items: [{ id: item?.id ?? "", price }],
    proration_behavior: "always_invoice",
  });
  await mirrorFetched("subscription", subscriber.subscription);
  return subscriber;
}

/** Saves another card to a customer, at Stripe and in the mirror. */
export async function anotherCard(customer: string, card = "pm_card_mastercard"): Promise<string> {
  const { id } = await stripe().paymentMethods.attach(card, { customer });
  await mirrorFetched("payment_method", id);
  return id;
}

/** Moves the account's clock at the stand-in, with all that is due on the way. */
export async function letTimePass(days: number): Promise<void> {
  const { STRIPE_EMULATOR_URL, STRIPE_SECRET_KEY } = env();
  const answer = await fetch(`${STRIPE_EMULATOR_URL}/_emulator/clock/advance`, {
    method: "POST",
    headers: { authorization: `Bearer ${STRIPE_SECRET_KEY}`, "content-type": "application/json" },
    body: JSON.stringify({ seconds: days * 86_400 }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** A subscriber whose renewal has just failed: the card is declined whenever it is charged. */
export async function anOwing(price = "studio_monthly") {
  const subscriber = await aSubscriber(price);
  const card = await anotherCard(subscriber.customer, "pm_card_chargeCustomerFail");
  await makeCardDefault({ userId: subscriber.userId, card });
  await letTimePass(32);
  await mirrorFetched("subscription", subscriber.subscription);
  const { data } = await stripe().invoices.list({ customer: subscriber.customer, status: "open" });
  const [invoice] = data;
  if (!invoice) throw new Error("nothing is owed");
  await mirrorFetched("invoice", invoice.id);
  return { ...subscriber, invoice: invoice.id };
}
