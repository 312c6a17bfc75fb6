import { customerWith, letPass, openShop } from "../../support/shop";
import type { Guide } from "../tour";

const MONTH = 32 * 86_400;

/** Subscriptions, their items, what they entitle to, and what time does to them. */
export async function subscriptions({ stripe, emulator, account }: Guide): Promise<void> {
  const { product, monthly, yearly } = await openShop(emulator, account);
  const feature = await stripe.entitlements.features.create({ lookup_key: "essays", name: "Essays" });
  await stripe.products.createFeature(product.id, { entitlement_feature: feature.id });
  const customer = await customerWith(stripe, "pm_card_visa");
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    expand: ["latest_invoice.payments", "customer"],
    items: [{ price: monthly.id }],
  });
  await stripe.subscriptions.update(subscription.id, { metadata: { from: "spring" } });
  await stripe.subscriptions.retrieve(subscription.id);
  await stripe.subscriptions.list({ customer: customer.id });

  const [item] = subscription.items.data;
  await stripe.subscriptionItems.update(item?.id ?? "", { quantity: 2 });
  const added = await stripe.subscriptionItems.create({ subscription: subscription.id, price: yearly.id });
  await stripe.subscriptionItems.retrieve(added.id);
  await stripe.subscriptionItems.list({ subscription: subscription.id });
  await stripe.subscriptionItems.del(added.id);

  const [entitlement] = (await stripe.entitlements.activeEntitlements.list({ customer: customer.id })).data;
  await stripe.entitlements.activeEntitlements.retrieve(entitlement?.id ?? "");
  await letPass(emulator, account, MONTH);
  await stripe.subscriptions.cancel(subscription.id, { cancellation_details: { feedback: "unused" } });

  await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
    trial_period_days: 14,
  });
  await letPass(emulator, account, MONTH);
}
