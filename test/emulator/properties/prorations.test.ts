import fc from "fast-check";
import { expect, it } from "vitest";
import { inProcess } from "./in-process";
import { runs } from "./runs";
import { stillTime } from "./still-time";

stillTime();

const amounts = fc.integer({ max: 9_000, min: 1 });
const quantities = fc.integer({ max: 9, min: 1 });

it("an upgrade and a downgrade at the same instant cancel out, to the cent that a tie rounds down", async () => {
  const plans = fc.record({ quantity: quantities, unitAmount: amounts });
  await fc.assert(
    fc.asyncProperty(
      plans,
      plans,
      fc.double({ max: 1, min: 0, noNaN: true }),
      fc.boolean(),
      async (from, to, share, half) => {
        const shop = inProcess();
        const { stripe } = shop;
        const { id: customer } = await stripe.customers.create();
        const { id: card } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
        const { id: product } = await stripe.products.create({ name: "Reader" });
        const { id: coupon } = await stripe.coupons.create({ duration: "forever", percent_off: 50 });
        const price = async (unit_amount: number) =>
          (
            await stripe.prices.create({
              currency: "usd",
              product,
              recurring: { interval: "month" },
              unit_amount,
            })
          ).id;
        const [low, high] = [await price(from.unitAmount), await price(to.unitAmount)];
        const subscription = await stripe.subscriptions.create({
          customer,
          default_payment_method: card,
          discounts: half ? [{ coupon }] : [],
          items: [{ price: low, quantity: from.quantity }],
        });
        const item = subscription.items.data[0];
        const [start = 0, end = 0] = [item?.current_period_start, item?.current_period_end];
        const proration_date = start + Math.floor((end - start) * share);
        const change = (to: { price: string; quantity: number }) =>
          stripe.subscriptions.update(subscription.id, {
            items: [{ id: item?.id ?? "", ...to }],
            proration_date,
          });
        for (let times = 0; times < 2; times++) {
          await change({ price: high, quantity: to.quantity });
          await change({ price: low, quantity: from.quantity });
        }
        const parts = shop.account.store.list("invoiceitem").map(({ amount }) => amount);
        const left = parts.reduce((total, amount) => total + amount, 0);
        const charged = from.unitAmount * from.quantity;
        const net = half ? charged - Math.round(charged / 2) : charged;
        const tie =
          (2 * net * (end - proration_date)) % (end - start) === 0 &&
          (net * (end - proration_date)) % (end - start) !== 0;
        expect(left).toBe(tie && parts.length > 0 ? -1 : 0);
      },
    ),
    runs(30),
  );
});
