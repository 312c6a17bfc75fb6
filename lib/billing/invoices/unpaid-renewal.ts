import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror, mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { accessFor } from "../access";
import { type WhileOwing, whileOwing } from "../access/while-owing";
import { settleSubscription } from "../checkout/settle-payment";
import { idOf } from "../ids";
import { type Billed, billedBy } from "../queries/billed";
import { isLive } from "../status";

export type UnpaidRenewal = Billed &
  WhileOwing & {
    invoice: string;
    /** The bank waits for its customer's word, and has declined nothing. */
    waitsForBank: boolean;
  };

/**
 * An invoice that is still to be paid, as it is at Stripe at this moment and not only in the event that told of it; null where
 * there is nothing to pay any more, or nobody of ours to do it.
 *
 * @throws Stripe's or the database's error; asking again is safe
 */
export async function unpaidRenewal(invoice: string): Promise<UnpaidRenewal | null> {
  const seen = await observe(() => stripe().invoices.retrieve(invoice));
  await mirror(seen);
  await settleSubscription(idOf(seen.object.parent?.subscription_details?.subscription));
  const billed = await billedBy(invoice);
  if (billed === "nobody") return null;
  if (billed === "incomplete") throw new Error(`What ${invoice} is for isn't in the mirror yet.`);
  if (billed.invoiceStatus !== "open" || billed.remaining === 0 || !isLive(billed.status)) return null;
  const open = whileOwing(await accessFor(billed.person.id));
  return { ...billed, invoice, ...open, waitsForBank: await isBankAsking(invoice) };
}

/** Stripe has no event for a payment that is under way, so what links it to its invoice is brought into the mirror here. */
async function isBankAsking(invoice: string): Promise<boolean> {
  const { data } = await stripe().invoicePayments.list({ invoice, expand: ["data.payment.payment_intent"] });
  for (const { id } of data) await mirrorFetched("invoice_payment", id);
  return data.some(({ payment }) => isAsking(payment.payment_intent));
}

/** https://docs.stripe.com/payments/paymentintents/lifecycle; off session, the question comes as a decline. */
function isAsking(intent: string | Stripe.PaymentIntent | undefined): boolean {
  if (typeof intent !== "object") return false;
  return intent.status === "requires_action" || intent.last_payment_error?.code === "authentication_required";
}
