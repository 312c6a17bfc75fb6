import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror, mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { settleSubscription } from "../checkout/settle-payment";
import { ensureCustomer } from "../ensure-customer";
import { idOf } from "../ids";
import { subscriptionOf } from "../queries/subscription-of";
import { isLive } from "../status";
import { beginInvoicePayment, type InvoiceBegun } from "./begin-invoice-payment";
import { ownInvoice } from "./own-invoice";

export type PayOutcome =
  | { outcome: "invoice_paid" }
  /** `reason` in Stripe's words for the cardholder. Nothing was charged. */
  | { outcome: "declined"; reason: string }
  /** There is no saved card to pay it with. */
  | { outcome: "no_card" }
  /** `ready`: the bank wants to hear from the person first, in the browser. */
  | InvoiceBegun;

/**
 * Pays an open invoice with the card that pays for the plan. The amount is the invoice's; asked twice, even at once, Stripe
 * takes it once.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error; asking again is safe
 * https://docs.stripe.com/api/invoices/pay
 */
export async function payInvoice({
  userId,
  invoice,
}: {
  userId: string;
  invoice: string;
}): Promise<PayOutcome> {
  const begun = await beginInvoicePayment({ userId, invoice });
  if (begun.outcome !== "ready") return begun;
  const card = await cardInstead(userId);
  const params = { off_session: false, ...(card && { payment_method: card }) };
  try {
    const paid = await observe(() => stripe().invoices.pay(invoice, params));
    await mirror(paid);
    await settleSubscription(idOf(paid.object.parent?.subscription_details?.subscription));
    return { outcome: "invoice_paid" };
  } catch (error) {
    await mirrorFetched("invoice", invoice);
    return refusalOf(error) ?? (await settledElsewhere(userId, invoice)) ?? Promise.reject(error);
  }

  function refusalOf(error: unknown): PayOutcome | null {
    if (!(error instanceof Stripe.errors.StripeError)) return null;
    if (error.code === "invoice_payment_intent_requires_action") return begun;
    if (error instanceof Stripe.errors.StripeCardError) return { outcome: "declined", reason: error.message };
    return error.code === "resource_missing" ? { outcome: "no_card" } : null;
  }
}

/** Stripe takes the card of the invoice's own subscription, even where that has ended and another card pays by now. */
async function cardInstead(userId: string): Promise<string | null> {
  const own = await subscriptionOf(userId);
  if (!own || isLive(own.status)) return null;
  return idOf((await ensureCustomer(userId)).invoice_settings.default_payment_method);
}

/** Another tab, or Stripe's own retry, may have been quicker. */
async function settledElsewhere(userId: string, invoice: string): Promise<PayOutcome | null> {
  const now = await ownInvoice(userId, invoice);
  return now && now.object.status !== "open" ? { outcome: "invoice_settled" } : null;
}
