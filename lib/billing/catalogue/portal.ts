import type Stripe from "stripe";
import { env } from "@/lib/env";
import { stripe } from "@/lib/stripe/client";
import type { Change } from "./change";

/** How our portal is told from others of the account. */
const mark = { gatehouse: "portal" };

/**
 * What people may do in Stripe's portal. Changing plan isn't among it: our own page shows its price first, and knows
 * seats and trials. https://docs.stripe.com/customer-management/configure-portal
 */
const features = {
  customer_update: { enabled: true, allowed_updates: ["name", "address", "tax_id"] },
  invoice_history: { enabled: true },
  payment_method_update: { enabled: true },
  subscription_cancel: {
    enabled: true,
    mode: "at_period_end",
    cancellation_reason: {
      enabled: true,
      options: ["too_expensive", "missing_features", "switched_service", "unused", "other"],
    },
  },
  subscription_update: { enabled: false, default_allowed_updates: "", products: "" },
} satisfies Stripe.BillingPortal.ConfigurationCreateParams.Features;

/** The id of our portal's configuration; null before `npm run stripe:setup` has made it. */
export async function portalConfiguration(): Promise<Stripe.BillingPortal.Configuration | null> {
  for await (const one of stripe().billingPortal.configurations.list({ active: true, limit: 100 })) {
    if (one.metadata?.gatehouse === mark.gatehouse) return one;
  }
  return null;
}

/** What is to be done so that Stripe's portal offers what we want, and leads back to the account page. */
export async function portalChanges(): Promise<Change[]> {
  const wanted = { default_return_url: `${env().APP_URL}/account`, features };
  const found = await portalConfiguration();
  if (!found) {
    const make = async () => {
      await stripe().billingPortal.configurations.create({ ...wanted, name: "Gatehouse", metadata: mark });
    };
    return [{ says: "create the portal's configuration", make }];
  }
  if (found.default_return_url === wanted.default_return_url && isSame(found.features)) return [];
  const make = async () => {
    await stripe().billingPortal.configurations.update(found.id, wanted);
  };
  return [{ says: "update the portal's configuration", make }];
}

function isSame(told: Stripe.BillingPortal.Configuration.Features): boolean {
  const { customer_update, invoice_history, payment_method_update, subscription_cancel } = told;
  return (
    customer_update.enabled &&
    sorted(customer_update.allowed_updates) === sorted(features.customer_update.allowed_updates) &&
    invoice_history.enabled &&
    payment_method_update.enabled &&
    subscription_cancel.enabled &&
    subscription_cancel.mode === features.subscription_cancel.mode &&
    !told.subscription_update.enabled
  );
}

function sorted(names: readonly string[]): string {
  return [...names].sort().join();
}
