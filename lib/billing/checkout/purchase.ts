import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { idOf } from "../ids";
import { unlessMissing } from "../missing";
import { nameOfTerms } from "../order/terms";
import { isLive } from "../status";
import { type Bargain, createSubscription } from "./create-subscription";
import { fillSlot, releaseSlot, type Slot } from "./slots";

/** A subscription just read from Stripe. `made`: by this very call. */
export type Purchase = { subscription: Stripe.Subscription; made: boolean };

/**
 * The subscription that a slot stands for, made at Stripe if there is none yet. What Stripe already has for
 * the customer comes first: a subscription left by a process that died before writing it down, or one that was made by hand.
 *
 * @returns null when the slot was released or filled by somebody else meanwhile: take the slot again
 */
export async function purchaseOf(slot: Slot, customerId: string, bargain: Bargain): Promise<Purchase | null> {
  if (slot.stripeSubscriptionId) {
    return { subscription: await readSubscription(slot.stripeSubscriptionId), made: false };
  }
  const existing = await liveAtStripe(customerId, slot.id);
  if (!existing && slot.terms !== nameOfTerms(bargain.terms)) {
    await releaseSlot(slot.id);
    return null;
  }
  const purchase = existing
    ? { subscription: existing, made: false }
    : await newPurchase(slot, customerId, bargain);
  if (!purchase) return null;
  if (await fillSlot(slot.id, purchase.subscription.id)) return purchase;
  if (!existing) await discardPurchase(purchase.subscription);
  return null;
}

/**
 * Takes back a purchase nobody has paid. Its invoice is voided first: Stripe doesn't void what is paid or being paid, so a
 * payment made at this moment in another tab wins over this.
 *
 * @returns whether the subscription has ended
 */
export async function discardPurchase(subscription: Stripe.Subscription): Promise<boolean> {
  const invoiceId = idOf(subscription.latest_invoice);
  if (invoiceId && !(await voidInvoice(invoiceId))) return false;
  const current = await readSubscription(subscription.id);
  if (isLive(current.status)) {
    // Stripe knows no subscription to cancel where another tab has just canceled it.
    const ended = await unlessMissing(() => observe(() => stripe().subscriptions.cancel(subscription.id)));
    if (ended) await mirror(ended);
    else await readSubscription(subscription.id);
  }
  return true;
}

/** Whether nobody can pay the invoice any more; it may have been voided by a process that got no further. */
async function voidInvoice(id: string): Promise<boolean> {
  try {
    await mirror(await observe(() => stripe().invoices.voidInvoice(id)));
    return true;
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    const seen = await observe(() => stripe().invoices.retrieve(id));
    await mirror(seen);
    return seen.object.status === "void";
  }
}

async function readSubscription(id: string): Promise<Stripe.Subscription> {
  const seen = await observe(() => stripe().subscriptions.retrieve(id));
  await mirror(seen);
  return seen.object;
}

async function newPurchase(slot: Slot, customerId: string, bargain: Bargain): Promise<Purchase | null> {
  const created = await createSubscription(slot, customerId, bargain);
  if (!created) return null;
  const { id, made } = created;
  // What Stripe repeats to a second request with the key may have changed since.
  return made
    ? { subscription: made, made: true }
    : { subscription: await readSubscription(id), made: false };
}

/** A customer's subscription that takes their one place, that of the slot first; null where they have none. */
export async function liveAtStripe(customer: string, slotId?: string): Promise<Stripe.Subscription | null> {
  const { data } = await stripe().subscriptions.list({ customer, limit: 100 });
  const live = data.filter(({ status }) => isLive(status));
  const found = live.find(({ metadata }) => metadata.slot === slotId) ?? live[0];
  return found ? readSubscription(found.id) : null;
}
