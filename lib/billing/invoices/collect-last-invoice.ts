import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror, mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";

/**
 * Collects the invoice that a subscription has ended with, while its owner is there: Stripe closes it an hour later only, and no
 * longer tries a card of what has ended. One that isn't paid stays open, to be paid from the account.
 *
 * @returns whether anything was charged for, and whether it is still owed
 * @throws Stripe's or the database's error; asking again is safe
 * https://docs.stripe.com/invoicing/integration/automatic-advancement-collection
 */
export async function collectLastInvoice(id: string): Promise<"nothing" | "paid" | "owed"> {
  let { status, total } = await stripe().invoices.retrieve(id);
  if (status === "draft") ({ status, total } = await stripe().invoices.finalizeInvoice(id));
  if (status === "open") {
    try {
      const seen = await observe(() => stripe().invoices.pay(id));
      await mirror(seen);
      status = seen.object.status;
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError) || !isUnpaid(error)) throw error;
    }
  }
  await mirrorFetched("invoice", id);
  if (total <= 0) return "nothing";
  return status === "paid" ? "paid" : "owed";
}

/** The card said no, its bank has a question, or there is none. */
function isUnpaid(error: Stripe.errors.StripeError): boolean {
  return error instanceof Stripe.errors.StripeCardError || unpaid.has(error.code ?? "");
}

const unpaid = new Set(["invoice_payment_intent_requires_action", "resource_missing"]);
