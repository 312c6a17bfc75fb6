import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { ensureCustomer } from "./ensure-customer";
import { idOf, intentIdOf } from "./ids";
import { planItem } from "./plan-item";
import { discardPurchase, purchaseOf } from "./purchase";
import { type PriceForSale, priceFor } from "./queries/price";
import { releaseSlot, reserveSlot } from "./slots";
import { isLive, isRunning } from "./status";

export type CheckoutOutcome =
  /** To be confirmed in the browser. `amount` in minor units is what will be charged: the invoice's, not the price's. */
  | { outcome: "ready"; clientSecret: string; amount: number; currency: string }
  /** Nothing was due, and the subscription has begun. */
  | { outcome: "started" }
  | { outcome: "unknown_price" }
  | { outcome: "withdrawn_price" }
  | { outcome: "other_currency"; currency: string; priceCurrency: string }
  | { outcome: "already_subscribed" }
  /** A payment for it is on its way, from another tab or a bank that takes its time. */
  | { outcome: "in_progress" };

/**
 * Begins the purchase of a price, or goes on with the one begun: however often and from however many tabs it is called, a
 * user ends with one subscription at Stripe. An unpaid purchase of another price is replaced.
 *
 * @param userId from the session
 * @param price a lookup key or price id, as the link to the checkout names it
 * @throws Stripe's or the database's error (see trouble.ts). Nothing is charged then, and the next call goes on from there.
 */
export async function startCheckout({
  userId,
  price: key,
}: {
  userId: string;
  price: string;
}): Promise<CheckoutOutcome> {
  const answer = await priceFor(key);
  if (answer.found === "unknown") return { outcome: "unknown_price" };
  if (answer.found === "withdrawn") return { outcome: "withdrawn_price" };
  const customer = await ensureCustomer(userId);
  if (customer.currency && customer.currency !== answer.price.currency) {
    return { outcome: "other_currency", currency: customer.currency, priceCurrency: answer.price.currency };
  }
  try {
    return await takeFurther(userId, customer.id, answer.price);
  } catch (error) {
    if (isRefusedPrice(error)) return { outcome: "withdrawn_price" };
    throw error;
  }
}

/** One step may only clear the way for the next (an ended subscription, another price); two tabs at once add a few. */
async function takeFurther(
  userId: string,
  customerId: string,
  price: PriceForSale,
  stepsLeft = 6,
): Promise<CheckoutOutcome> {
  if (stepsLeft === 0) return { outcome: "in_progress" };
  const goOn = () => takeFurther(userId, customerId, price, stepsLeft - 1);
  const slot = await reserveSlot(userId, price.id);
  const purchase = await purchaseOf(slot, customerId, price.id);
  if (!purchase) return goOn();
  const { subscription, made } = purchase;
  if (!isLive(subscription.status)) {
    await releaseSlot(slot.id);
    return goOn();
  }
  if (isRunning(subscription.status)) return { outcome: made ? "started" : "already_subscribed" };
  if (planItem(subscription)?.price.id === price.id) {
    const payable = await payableBy(subscription, made);
    if (payable) return payable;
  }
  if (!(await discardPurchase(subscription))) return { outcome: "in_progress" };
  await releaseSlot(slot.id);
  return goOn();
}

/** How an unpaid purchase is paid; null where its invoice can't be paid any more. */
async function payableBy(
  { latest_invoice }: Stripe.Subscription,
  made: boolean,
): Promise<CheckoutOutcome | null> {
  const id = idOf(latest_invoice);
  if (!id) return null;
  const invoice = await stripe().invoices.retrieve(id, { expand: ["confirmation_secret"] });
  const clientSecret = invoice.confirmation_secret?.client_secret;
  if (invoice.status !== "open" || !clientSecret) return null;
  if (!made && (await isUnderWay(clientSecret))) return { outcome: "in_progress" };
  return { outcome: "ready", clientSecret, amount: invoice.amount_due, currency: invoice.currency };
}

async function isUnderWay(clientSecret: string): Promise<boolean> {
  const id = intentIdOf(clientSecret);
  if (!id) return false;
  const { status } = await stripe().paymentIntents.retrieve(id);
  return status === "processing" || status === "succeeded";
}

/** The mirror can be a moment behind an administrator who has just archived the price. */
function isRefusedPrice(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError && error.param?.startsWith("items[0]") === true
  );
}
