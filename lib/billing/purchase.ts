import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { idOf } from "./ids";
import { meteredItems } from "./metered-items";
import { fillSlot, releaseSlot, type Slot } from "./slots";
import { isLive } from "./status";

/** A subscription just read from Stripe. `made`: by this very call. */
export type Purchase = { subscription: Stripe.Subscription; made: boolean };

/**
 * The subscription that a slot stands for, made at Stripe for `priceId` if there is none yet. What Stripe already has for
 * the customer comes first: a subscription left by a process that died before writing it down, or one that was made by hand.
 *
 * @returns null when the slot was released or filled by somebody else meanwhile: take the slot again
 */
export async function purchaseOf(slot: Slot, customerId: string, priceId: string): Promise<Purchase | null> {
  if (slot.stripeSubscriptionId) {
    return { subscription: await readSubscription(slot.stripeSubscriptionId), made: false };
  }
  const existing = await liveAtStripe(customerId, slot.id);
  if (!existing && slot.priceId !== priceId) {
    await releaseSlot(slot.id);
    return null;
  }
  const purchase = existing
    ? { subscription: existing, made: false }
    : await createSubscription(slot, customerId);
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
    await mirror(await observe(() => stripe().subscriptions.cancel(subscription.id)));
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

async function liveAtStripe(customer: string, slotId: string): Promise<Stripe.Subscription | null> {
  const { data } = await stripe().subscriptions.list({ customer, limit: 100 });
  const live = data.filter(({ status }) => isLive(status));
  const found = live.find(({ metadata }) => metadata.slot === slotId) ?? live[0];
  return found ? readSubscription(found.id) : null;
}

async function createSubscription(slot: Slot, customer: string): Promise<Purchase> {
  const counted = await meteredItems(slot.priceId);
  try {
    const seen = await observe(() =>
      stripe().subscriptions.create(
        {
          customer,
          items: [{ price: slot.priceId }, ...counted],
          payment_behavior: "default_incomplete",
          payment_settings: { save_default_payment_method: "on_subscription" },
          metadata: { slot: slot.id },
        },
        { idempotencyKey: `subscription:${slot.id}` },
      ),
    );
    // What Stripe repeats to a second request with the key may have changed since.
    if (seen.replayed) return { subscription: await readSubscription(seen.object.id), made: false };
    await mirror(seen);
    return { subscription: seen.object, made: true };
  } catch (error) {
    // Stripe repeats a refusal under the same key, so this slot could never buy anything.
    if (error instanceof Stripe.errors.StripeInvalidRequestError) await releaseSlot(slot.id);
    throw error;
  }
}
