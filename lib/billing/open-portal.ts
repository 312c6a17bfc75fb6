import { env } from "@/lib/env";
import { stripe } from "@/lib/stripe/client";
import { portalConfiguration } from "./catalogue/portal";
import { ensureCustomer } from "./ensure-customer";

/**
 * Opens Stripe's own page of the person's cards, invoices and cancelling, as an alternative to ours. What is done there
 * comes back by events.
 *
 * @param userId from the session; Stripe's customer is never asked of the browser
 * @returns where to send the browser; good for some minutes
 * @throws Stripe's or the database's error
 * https://docs.stripe.com/customer-management/integrate-customer-portal
 */
export async function openPortal(userId: string): Promise<{ outcome: "portal"; url: string }> {
  const [{ id: customer }, ours] = await Promise.all([ensureCustomer(userId), portalConfiguration()]);
  const { url } = await stripe().billingPortal.sessions.create({
    customer,
    return_url: `${env().APP_URL}/account`,
    ...(ours && { configuration: ours.id }),
  });
  return { outcome: "portal", url };
}
