import type Stripe from "stripe";
import { confirmInBrowser, incompleteSubscription } from "../../support/shop";
import { DAY, HOUR, type Scenario, type Scenarios, type Stage } from "./stage";

/** How subscriptions begin. */
export const beginnings: Scenarios = {
  "subscriptions.create paid now": begun("pm_card_visa"),
  "subscriptions.create default_incomplete": begun(undefined, { payment_behavior: "default_incomplete" }),
  "default_incomplete: confirmed in the browser": async ({ during, account, emulator, ...shop }) => {
    const { secret } = await incompleteSubscription(shop);
    return during(() => confirmInBrowser(emulator, account, secret, "4242424242424242"));
  },
  "default_incomplete: declined in the browser": async ({ during, account, emulator, ...shop }) => {
    const { secret } = await incompleteSubscription(shop);
    return during(() => confirmInBrowser(emulator, account, secret, "4000000000000002"));
  },
  "subscriptions.create allow_incomplete, 3DS card": begun("pm_card_authenticationRequired"),
  "subscriptions.create allow_incomplete, declined card": begun("pm_card_chargeCustomerFail"),
  "subscriptions.create trial": async (stage) => [
    ...(await begin(stage, "pm_card_visa", { trial_period_days: 14 })),
    ...(await begin(stage, undefined, { trial_period_days: 2 })),
  ],
  "subscriptions.create send_invoice": async ({ stripe, customer, monthly, during, pass }) => {
    const id = await customer("pm_card_visa");
    return during(async () => {
      await stripe.subscriptions.create({
        collection_method: "send_invoice",
        customer: id,
        days_until_due: 10,
        items: [{ price: monthly.id }],
      });
      await pass(11 * DAY);
    });
  },
  "incomplete 23h elapsed": async ({ during, pass, ...shop }) => {
    await incompleteSubscription(shop);
    return during(() => pass(23 * HOUR));
  },
  "subscription gets a discount": async ({ stripe, subscription, during }) => {
    const { id } = await subscription();
    const coupon = await stripe.coupons.create({ duration: "forever", percent_off: 10 });
    return during(() => stripe.subscriptions.update(id, { discounts: [{ coupon: coupon.id }] }));
  },
  "subscriptions.deleteDiscount": async ({ stripe, subscription, during }) => {
    const coupon = await stripe.coupons.create({ duration: "forever", percent_off: 10 });
    const { id } = await subscription("pm_card_visa", { discounts: [{ coupon: coupon.id }] });
    return during(() => stripe.subscriptions.deleteDiscount(id));
  },
};

function begun(card?: string, params: Partial<Stripe.SubscriptionCreateParams> = {}): Scenario {
  return (stage) => begin(stage, card, params);
}

/** Begun by somebody new and again by somebody whose currency is settled, the second time with a discount. */
async function begin(
  { stripe, customer, monthly, during }: Stage,
  card: string | undefined,
  params: Partial<Stripe.SubscriptionCreateParams>,
): Promise<string[][]> {
  const id = await customer(card);
  const coupon = await stripe.coupons.create({ duration: "forever", percent_off: 10 });
  const subscribed = (discounts: Stripe.SubscriptionCreateParams["discounts"] & object) =>
    during(() =>
      stripe.subscriptions.create({ customer: id, discounts, items: [{ price: monthly.id }], ...params }),
    );
  return [await subscribed([]), await subscribed([{ coupon: coupon.id }])];
}
