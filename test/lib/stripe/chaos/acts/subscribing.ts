import { type Act, one } from "./business";

/** Lives of subscriptions. */
export const subscribing = {
  async buy({ stripe, customers, prices, subscriptions }, which) {
    const items = [{ price: one(prices, which) }];
    const subscription = await stripe.subscriptions.create({ customer: one(customers, which), items });
    subscriptions.push(subscription.id);
  },
  async tryOut({ stripe, customers, prices, subscriptions }, which) {
    const subscription = await stripe.subscriptions.create({
      customer: one(customers, which),
      items: [{ price: one(prices, which) }],
      trial_period_days: 1 + (which % 7),
    });
    subscriptions.push(subscription.id);
  },
  async begin({ stripe, customers, prices, subscriptions, secrets }, which) {
    const subscription = await stripe.subscriptions.create({
      customer: one(customers, which),
      items: [{ price: one(prices, which) }],
      payment_behavior: "default_incomplete",
      expand: ["latest_invoice.confirmation_secret"],
    });
    subscriptions.push(subscription.id);
    const invoice = subscription.latest_invoice;
    const secret = typeof invoice === "object" && invoice?.confirmation_secret?.client_secret;
    if (secret) secrets.push(secret);
  },
  endLater: ({ stripe, subscriptions }, which) =>
    stripe.subscriptions.update(one(subscriptions, which), { cancel_at_period_end: true }),
  keep: ({ stripe, subscriptions }, which) =>
    stripe.subscriptions.update(one(subscriptions, which), { cancel_at_period_end: false }),
  endNow: ({ stripe, subscriptions }, which) => stripe.subscriptions.cancel(one(subscriptions, which)),
  async changePrice({ stripe, subscriptions, prices }, which) {
    const id = one(subscriptions, which);
    const { items } = await stripe.subscriptions.retrieve(id);
    const item = one(items.data, 0).id;
    await stripe.subscriptions.update(id, { items: [{ id: item, price: one(prices, which >> 2) }] });
  },
  async changeQuantity({ stripe, subscriptions }, which) {
    const id = one(subscriptions, which);
    const { items } = await stripe.subscriptions.retrieve(id);
    const item = one(items.data, 0).id;
    await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 1 + (which % 3) }] });
  },
  async addItem({ stripe, subscriptions, prices }, which) {
    const subscription = one(subscriptions, which);
    await stripe.subscriptionItems.create({ subscription, price: one(prices, which >> 2) });
  },
  async removeItem({ stripe, subscriptions }, which) {
    const { items } = await stripe.subscriptions.retrieve(one(subscriptions, which));
    await stripe.subscriptionItems.del(one(items.data, which).id);
  },
} satisfies Record<string, Act>;
