import type { Guide } from "../tour";

/** Products, prices, features, and what is attached to what. */
export async function catalogue({ stripe }: Guide): Promise<void> {
  const feature = await stripe.entitlements.features.create({ lookup_key: "essays", name: "Essays" });
  await stripe.entitlements.features.update(feature.id, { name: "All essays" });
  await stripe.entitlements.features.retrieve(feature.id);
  await stripe.entitlements.features.list();

  const product = await stripe.products.create({ name: "Reader", metadata: { tier: "reader" } });
  await stripe.products.update(product.id, { description: "Essays" });
  await stripe.products.retrieve(product.id);
  await stripe.products.list();

  const attached = await stripe.products.createFeature(product.id, { entitlement_feature: feature.id });
  await stripe.products.retrieveFeature(product.id, attached.id);
  await stripe.products.listFeatures(product.id);
  await stripe.products.deleteFeature(product.id, attached.id);

  const price = await stripe.prices.create({
    product: product.id,
    currency: "usd",
    unit_amount: 900,
    recurring: { interval: "month" },
    lookup_key: "reader_monthly",
  });
  await stripe.prices.update(price.id, { nickname: "Monthly" });
  await stripe.prices.retrieve(price.id, { expand: ["product", "currency_options"] });
  await stripe.prices.list({ lookup_keys: ["reader_monthly"] });

  const short = await stripe.products.create({ name: "Withdrawn" });
  await stripe.products.del(short.id);
}
