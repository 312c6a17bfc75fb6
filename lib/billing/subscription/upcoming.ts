import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";

/**
 * The invoice that comes next, as Stripe counts it at this moment; null where Stripe says that nothing is to come.
 *
 * @throws Stripe's error
 * https://docs.stripe.com/api/invoices/create_preview
 */
export async function upcoming(
  asked: Stripe.InvoiceCreatePreviewParams & { subscription: string },
): Promise<Stripe.Invoice | null> {
  try {
    return await stripe().invoices.createPreview(asked);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "invoice_upcoming_none") {
      return null;
    }
    throw error;
  }
}
