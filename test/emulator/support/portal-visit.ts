import type Stripe from "stripe";
import { postForm } from "./checkout-page";
import { customerWith, openShop } from "./shop";
import type { StartedEmulator } from "./start-emulator";

type Features = Stripe.BillingPortal.ConfigurationCreateParams.Features;

/** A customer with a subscription, at a portal with the features given. */
export async function visitPortal(
  emulator: StartedEmulator,
  account: string,
  features: (shop: { product: string; monthly: string; yearly: string }) => Features,
  params: (subscription: string) => Partial<Stripe.BillingPortal.SessionCreateParams> = () => ({}),
) {
  const shop = await openShop(emulator, account);
  const { stripe, product, monthly, yearly } = shop;
  const customer = await customerWith(stripe, "pm_card_visa");
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
  });
  const configuration = await stripe.billingPortal.configurations.create({
    features: features({ monthly: monthly.id, product: product.id, yearly: yearly.id }),
  });
  const session = await stripe.billingPortal.sessions.create({
    configuration: configuration.id,
    customer: customer.id,
    return_url: "https://example.com/account",
    ...params(subscription.id),
  });
  const at = (path: string) => `${session.url}/${path}`;
  return {
    ...shop,
    customer,
    subscription,
    session,
    at,
    read: async (path: string) => (await fetch(at(path))).text(),
    post: (path: string, fields: Record<string, string> = {}) => postForm(at(path), fields),
    own: (step: string) => `subscriptions/${subscription.id}/${step}`,
    now: () => stripe.subscriptions.retrieve(subscription.id),
  };
}

/** All that a portal can offer. */
export const everything = ({
  product,
  monthly,
  yearly,
}: {
  product: string;
  monthly: string;
  yearly: string;
}): Features => ({
  customer_update: { allowed_updates: ["name", "email", "address", "phone", "tax_id"], enabled: true },
  invoice_history: { enabled: true },
  payment_method_update: { enabled: true },
  subscription_cancel: {
    cancellation_reason: { enabled: true, options: ["too_expensive", "unused", "other"] },
    enabled: true,
  },
  subscription_pause: { enabled: true },
  subscription_update: {
    default_allowed_updates: ["price", "quantity"],
    enabled: true,
    products: [{ adjustable_quantity: { enabled: true, maximum: 5 }, prices: [monthly, yearly], product }],
    proration_behavior: "always_invoice",
  },
});
