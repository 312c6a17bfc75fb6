import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { intentIdOf } from "../ids";
import { ownInvoice } from "./own-invoice";

export type InvoiceBegun =
  /** To be confirmed in the browser. `amount` in minor units is what is still due. */
  | { outcome: "ready"; clientSecret: string; amount: number; currency: string }
  /** Nothing is due on it any more. */
  | { outcome: "invoice_settled" }
  | { outcome: "payment_on_its_way" }
  | { outcome: "invoice_not_found" };

/**
 * How an open invoice of the user's is paid in the browser, with a card that is typed there or confirmed with its bank. The
 * amount is the invoice's.
 *
 * @param userId from the session
 * @throws Stripe's or the database's error
 * https://docs.stripe.com/api/invoices/object#invoice_object-confirmation_secret
 */
export async function beginInvoicePayment({
  userId,
  invoice: id,
}: {
  userId: string;
  invoice: string;
}): Promise<InvoiceBegun> {
  const seen = await ownInvoice(userId, id);
  if (!seen) return { outcome: "invoice_not_found" };
  await mirror(seen);
  if (seen.object.status !== "open") return { outcome: "invoice_settled" };
  const invoice = await stripe().invoices.retrieve(id, { expand: ["confirmation_secret"] });
  const clientSecret = invoice.confirmation_secret?.client_secret;
  const intent = intentIdOf(clientSecret ?? "");
  if (!clientSecret || !intent) return { outcome: "invoice_settled" };
  const { status } = await stripe().paymentIntents.retrieve(intent);
  if (status === "processing" || status === "succeeded") return { outcome: "payment_on_its_way" };
  return { outcome: "ready", clientSecret, amount: invoice.amount_remaining, currency: invoice.currency };
}
