import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror, mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { settleSubscription } from "../checkout/settle-payment";
import { idOf } from "../ids";
import { runningSubscription } from "./running-subscription";
import { stampOfSubscription } from "./stamp";

export type GoOnOutcome =
  /** It runs, and its first payment is made; asked twice, it still does. */
  | { outcome: "went_on" }
  /** The payment wasn't made: the bank wants to hear from the person first, or said no. `invoice` takes it up. */
  | { outcome: "to_be_paid"; invoice: string }
  /** There is no card to pay with. Nothing was charged. */
  | { outcome: "no_card_yet" }
  /** It was changed elsewhere since the page was made. Nothing was done. */
  | { outcome: "changed" }
  | { outcome: "none_running" };

/**
 * Lets a plan go on that was paused because its trial ended without a card: the same subscription, with a first period and its
 * payment from now on. Nothing opens before that is made; where it isn't within 23 hours, Stripe withdraws its invoice and
 * the plan waits as before.
 *
 * @param userId from the session
 * @param seen how the subscription stood on the page that was decided on; see stamp.ts
 * @throws Stripe's or the database's error; asking again is safe
 * https://docs.stripe.com/api/subscriptions/resume
 */
export async function goOnAfterTrial({
  userId,
  seen,
}: {
  userId: string;
  seen: string;
}): Promise<GoOnOutcome> {
  const subscription = await runningSubscription(userId);
  if (!subscription) return { outcome: "none_running" };
  if (subscription.status !== "paused") return { outcome: "went_on" };
  if (seen !== stampOfSubscription(subscription)) return { outcome: "changed" };
  const waiting = await openInvoice(subscription);
  if (waiting) return { outcome: "to_be_paid", invoice: waiting };
  if (!(await hasCard(subscription))) return { outcome: "no_card_yet" };
  return resume(subscription.id);
}

async function resume(id: string): Promise<GoOnOutcome> {
  try {
    const payment_behavior = "resume_on_payment_success";
    const resumed = await observe(() => stripe().subscriptions.resume(id, { payment_behavior }));
    await mirror(resumed);
    const invoice = idOf(resumed.object.latest_invoice);
    if (invoice) await mirrorFetched("invoice", invoice);
    await settleSubscription(id);
    if (resumed.object.status !== "paused") return { outcome: "went_on" };
    return invoice ? { outcome: "to_be_paid", invoice } : { outcome: "no_card_yet" };
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    // Another tab was quicker.
    const now = await stripe().subscriptions.retrieve(id);
    if (now.status === "paused") throw error;
    await mirrorFetched("subscription", id);
    return { outcome: "went_on" };
  }
}

/** The invoice of a payment that was begun and not made. */
async function openInvoice({ latest_invoice }: Stripe.Subscription): Promise<string | null> {
  const id = idOf(latest_invoice);
  if (!id) return null;
  const invoice = await stripe().invoices.retrieve(id);
  return invoice.status === "open" ? id : null;
}

async function hasCard({ customer, default_payment_method: own }: Stripe.Subscription): Promise<boolean> {
  if (own) return true;
  const payer = await stripe().customers.retrieve(idOf(customer) ?? "");
  return !payer.deleted && payer.invoice_settings.default_payment_method !== null;
}
