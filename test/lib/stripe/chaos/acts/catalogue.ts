import { type Act, one } from "./business";

/** What is for sale. */
export const catalogue = {
  async addProduct({ stripe, products }, which) {
    products.push((await stripe.products.create({ name: `Product ${which}` })).id);
  },
  renameProduct: ({ stripe, products }, which) =>
    stripe.products.update(one(products, which), { name: `Product ${which % 5}` }),
  deleteProduct: ({ stripe, products }, which) => stripe.products.del(one(products, which)),
  async addPrice({ stripe, products, prices }, which) {
    const price = await stripe.prices.create({
      product: one(products, which),
      currency: "usd",
      unit_amount: 100 + which,
      recurring: { interval: which % 2 === 0 ? "month" : "year" },
    });
    prices.push(price.id);
  },
  nicknamePrice: ({ stripe, prices }, which) =>
    stripe.prices.update(one(prices, which), { nickname: `Price ${which % 5}` }),
  async addFeature({ stripe, products, features }, which) {
    const feature = await stripe.entitlements.features.create({
      name: `Feature ${which}`,
      lookup_key: `feature_${which}_${features.length}`,
    });
    features.push(feature.id);
    const product = one(products, which);
    await stripe.products.createFeature(product, { entitlement_feature: feature.id });
    // A product's features have no event of their own: they are read when one tells of the product.
    await stripe.products.update(product, { metadata: { feature: feature.id } });
  },
} satisfies Record<string, Act>;
