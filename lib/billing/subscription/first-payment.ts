import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";

/**
 * What is charged at the moment a plan goes on whose trial ended without a card, as Stripe counts it: seats, discounts, taxes
 * and credit.
 *
 * @param subscription of the person asking, paused
 * @returns the amount in minor units; 0 where credit or a discount covers it
 * @throws Stripe's error, of a plan that goes on already as well
 * https://docs.stripe.com/api/invoices/create_preview#create_create_preview-subscription_details-resume_at
 */
export async function firstPayment(
  subscription: string,
): Promise<Pick<Stripe.Invoice, "currency"> & { amount: number }> {
  const { amount_due: amount, currency } = await stripe().invoices.createPreview({
    subscription,
    subscription_details: { resume_at: "now" },
  });
  return { amount, currency };
}
