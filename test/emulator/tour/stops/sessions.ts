import { openShop } from "../../support/shop";
import type { Guide } from "../tour";

/** The portal, and the keys that a customer's browser or telephone is given. */
export async function sessions({ stripe, emulator, account }: Guide): Promise<void> {
  const { product, monthly, yearly } = await openShop(emulator, account);
  const { id: customer } = await stripe.customers.create();
  const configuration = await stripe.billingPortal.configurations.create({
    features: {
      subscription_cancel: { enabled: true, mode: "immediately" },
      subscription_update: {
        default_allowed_updates: ["price"],
        enabled: true,
        products: [{ prices: [monthly.id, yearly.id], product: product.id }],
      },
    },
  });
  await stripe.billingPortal.configurations.update(configuration.id, { name: "For readers" });
  await stripe.billingPortal.configurations.retrieve(configuration.id);
  await stripe.billingPortal.sessions.create({ customer, return_url: "https://example.com/account" });
  await stripe.billingPortal.sessions.create({
    configuration: configuration.id,
    customer,
    expand: ["configuration"],
  });
  await stripe.billingPortal.configurations.list();
  await stripe.customerSessions.create({ customer, components: { payment_element: { enabled: true } } });
  const key = await stripe.ephemeralKeys.create({ customer }, { apiVersion: "2026-10-28.endive" });
  await stripe.ephemeralKeys.del(key.id);
}
