import type { Scenarios, Stage } from "./stage";

/** What is sold, and for how much. */
export const catalogue: Scenarios = {
  "products.create": async ({ stripe, during }) => [
    await during(() => stripe.products.create({ name: "A" })),
    await during(() =>
      stripe.products.create({
        default_price_data: { currency: "usd", recurring: { interval: "month" }, unit_amount: 100 },
        name: "A",
      }),
    ),
  ],
  "products.update": ({ stripe, product, during }) =>
    during(() => stripe.products.update(product.id, { name: "B" })),
  "products.del": async ({ stripe, during }) => {
    const { id } = await stripe.products.create({ name: "A" });
    return during(() => stripe.products.del(id));
  },
  "products.createFeature": async ({ stripe, product, during }) => {
    const feature = await stripe.entitlements.features.create({ lookup_key: "f", name: "F" });
    return during(() => stripe.products.createFeature(product.id, { entitlement_feature: feature.id }));
  },
  "entitlements.features.create": ({ stripe, during }) =>
    during(() => stripe.entitlements.features.create({ lookup_key: "f", name: "F" })),
  "prices.create": async ({ stripe, product, during }) => {
    const price = { currency: "usd", lookup_key: "k", transfer_lookup_key: true, unit_amount: 100 };
    return [
      await during(() => stripe.prices.create({ ...price, product: product.id })),
      await during(() => stripe.prices.create({ ...price, product_data: { name: "B" } })),
      await during(() =>
        stripe.prices.create({ ...price, product: product.id, recurring: { interval: "month" } }),
      ),
    ];
  },
  "prices.update": async ({ stripe, monthly, yearly, during }) => {
    await stripe.prices.update(yearly.id, { lookup_key: "k" });
    return [
      await during(() => stripe.prices.update(monthly.id, { nickname: "N" })),
      await during(() => stripe.prices.update(monthly.id, { lookup_key: "k", transfer_lookup_key: true })),
    ];
  },
  "coupons.create": ({ during, ...stage }) => during(() => coupon(stage)),
  "coupons.update": async ({ stripe, during }) => {
    const { id } = await coupon({ stripe });
    return during(() => stripe.coupons.update(id, { name: "Spring" }));
  },
  "coupons.del": async ({ stripe, during }) => {
    const { id } = await coupon({ stripe });
    return during(() => stripe.coupons.del(id));
  },
  "promotionCodes.create": async ({ stripe, during }) => {
    const { id } = await coupon({ stripe });
    return during(() => stripe.promotionCodes.create({ promotion: { coupon: id, type: "coupon" } }));
  },
  "promotionCodes.update": async ({ stripe, during }) => {
    const promotion = { coupon: (await coupon({ stripe })).id, type: "coupon" } as const;
    const { id } = await stripe.promotionCodes.create({ promotion });
    return during(() => stripe.promotionCodes.update(id, { active: false }));
  },
  "taxRates.create": ({ during, ...stage }) => during(() => taxRate(stage)),
  "taxRates.update": async ({ stripe, during }) => {
    const { id } = await taxRate({ stripe });
    return during(() => stripe.taxRates.update(id, { active: false }));
  },
  "billing.meters.create": ({ during, ...stage }) => during(() => meter(stage)),
  "billing.meters.update": async ({ stripe, during }) => {
    const { id } = await meter({ stripe });
    return during(() => stripe.billing.meters.update(id, { display_name: "B" }));
  },
  "billing.meters.deactivate": async ({ stripe, during }) => {
    const { id } = await meter({ stripe });
    return during(() => stripe.billing.meters.deactivate(id));
  },
  "billing.meters.reactivate": async ({ stripe, during }) => {
    const { id } = await meter({ stripe });
    await stripe.billing.meters.deactivate(id);
    return during(() => stripe.billing.meters.reactivate(id));
  },
  "billing.meterEvents.create": async ({ stripe, customer, during }) => {
    const { event_name } = await meter({ stripe });
    const payload = { stripe_customer_id: await customer(), value: "1" };
    return during(() => stripe.billing.meterEvents.create({ event_name, payload }));
  },
};

type Shop = Pick<Stage, "stripe">;

function coupon({ stripe }: Shop) {
  return stripe.coupons.create({ percent_off: 10 });
}

function taxRate({ stripe }: Shop) {
  return stripe.taxRates.create({ display_name: "VAT", inclusive: false, percentage: 20 });
}

function meter({ stripe }: Shop) {
  return stripe.billing.meters.create({
    default_aggregation: { formula: "sum" },
    display_name: "A",
    event_name: "used",
  });
}
