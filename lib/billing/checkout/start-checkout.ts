import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { expireSessions } from "../hosted/sessions";
import { idOf, intentIdOf } from "../ids";
import { agreeOn, type OrderRefusal } from "../order/agree";
import type { Order } from "../order/order";
import { isRefusedCode } from "../order/promotion";
import { nameOfTerms } from "../order/terms";
import { isLive, isRunning } from "../status";
import { planItem } from "../subscription/plan-item";
import { keepTrial } from "../trials/keep-trial";
import { beginTrialCard } from "./begin-trial-card";
import type { Bargain } from "./create-subscription";
import { discardPurchase, liveAtStripe, purchaseOf } from "./purchase";
import { settleSubscription } from "./settle-payment";
import { releaseSlot, reserveSlot } from "./slots";
import { letOthersThrough, STEPS } from "./steps";

export type CheckoutOutcome =
  /** To be confirmed in the browser. `amount` in minor units is what will be charged: the invoice's, not the price's. */
  | { outcome: "ready"; clientSecret: string; amount: number; currency: string }
  /** A trial that asks for a card first: to be saved in the browser; `settleTrialCard` begins the trial then. */
  | { outcome: "card_first"; clientSecret: string }
  /** Nothing was due, and the subscription has begun. */
  | { outcome: "started" }
  /** Another account of the same address has begun its trial at the same moment, so this one has ended again. */
  | { outcome: "trial_taken" }
  | OrderRefusal
  | { outcome: "already_subscribed" }
  /** A payment for it is on its way, from another tab or a bank that takes its time. */
  | { outcome: "in_progress" };

/**
 * Begins a purchase, or goes on with the one begun: however often and from however many tabs it is called, a user ends with
 * one subscription at Stripe. An unpaid purchase on other terms is replaced.
 *
 * @param userId from the session
 * @param card for a trial that asks for one: saved, and the user's own
 * @throws Stripe's or the database's error (see trouble.ts). Nothing is charged then, and the next call goes on from there.
 */
export async function startCheckout({
  userId,
  order,
  card = null,
}: {
  userId: string;
  order: Order;
  card?: string | null;
}): Promise<CheckoutOutcome> {
  const agreed = await agreeOn(userId, order);
  if (agreed.outcome !== "agreed") return agreed;
  const { customer, terms } = agreed;
  try {
    if (terms.trial?.card === "required" && !card && !(await liveAtStripe(customer.id))) {
      return { outcome: "card_first", clientSecret: await beginTrialCard(customer.id, order) };
    }
    return await takeFurther(userId, customer.id, { terms, card });
  } catch (error) {
    if (isRefusedPrice(error)) return { outcome: "withdrawn_price" };
    if (isRefusedCode(error)) return { outcome: "code_refused", code: order.code, why: { fault: "gone" } };
    throw error;
  }
}

/** One step may only clear the way for the next (an ended subscription, other terms); two tabs at once add a few. */
async function takeFurther(
  userId: string,
  customerId: string,
  bargain: Bargain,
  stepsLeft = STEPS,
): Promise<CheckoutOutcome> {
  if (stepsLeft === 0) return { outcome: "in_progress" };
  await letOthersThrough(stepsLeft);
  const { terms } = bargain;
  const goOn = () => takeFurther(userId, customerId, bargain, stepsLeft - 1);
  const slot = await reserveSlot(userId, terms.price.id, nameOfTerms(terms));
  await expireSessions(customerId);
  const purchase = await purchaseOf(slot, customerId, bargain);
  if (!purchase) return goOn();
  const { subscription, made } = purchase;
  if (!isLive(subscription.status)) {
    await releaseSlot(slot.id);
    return goOn();
  }
  if (isRunning(subscription.status))
    return made ? begun(userId, subscription) : { outcome: "already_subscribed" };
  if (isFor(subscription, bargain)) {
    const payable = await payableBy(subscription, made);
    if (payable) return payable;
  }
  if (!(await discardPurchase(subscription))) return { outcome: "in_progress" };
  await releaseSlot(slot.id);
  return goOn();
}

/** Nothing was due: what it opens is open now, and a trial is remembered before anybody can ask for another. */
async function begun(userId: string, { id, ...rest }: Stripe.Subscription): Promise<CheckoutOutcome> {
  const invoice = idOf(rest.latest_invoice);
  if (invoice) await mirrorFetched("invoice", invoice);
  await settleSubscription(id);
  if (rest.trial_start === null || (await keepTrial(userId, id))) return { outcome: "started" };
  return { outcome: "trial_taken" };
}

/** Whether an unpaid purchase is for these terms; one that doesn't say, by its price. */
function isFor(subscription: Stripe.Subscription, { terms }: Bargain): boolean {
  const { metadata } = subscription;
  if (metadata.terms) return metadata.terms === nameOfTerms(terms);
  const item = planItem(subscription);
  return item?.price.id === terms.price.id && item.quantity === terms.seats && terms.promotion === null;
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
