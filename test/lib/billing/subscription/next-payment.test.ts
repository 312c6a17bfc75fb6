import { beforeAll, expect, test } from "vitest";
import { openPortal } from "@/lib/billing/open-portal";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { keepSubscription } from "@/lib/billing/subscription/keep-subscription";
import { nextPayment } from "@/lib/billing/subscription/next-payment";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { openShop } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anOwing, aSubscriber, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

async function nextOf(userId: string) {
  const own = await subscriptionOf(userId);
  return own && nextPayment(own);
}

test("what is said to be charged next is what is charged then, credit and discounts counted", async () => {
  const { userId, customer, subscription } = await aSubscriber("studio_monthly");
  await stripe().customers.createBalanceTransaction(customer, { amount: -300, currency: "usd" });
  const coupon = await stripe().coupons.create({ percent_off: 10, duration: "forever" });
  await stripe().subscriptions.update(subscription, { discounts: [{ coupon: coupon.id }] });
  const next = await nextOf(userId);
  expect(next).toMatchObject({ amount: 1710 - 300, total: 1710, currency: "usd" });
  await letTimePass(32);
  const { data } = await stripe().charges.list({ customer, limit: 1 });
  expect(data[0]?.amount).toBe(next?.amount);
});

test("nothing comes next for a plan that ends, until it is kept, nor is it counted for one that owes", async () => {
  const { userId, subscription } = await aSubscriber("reader_monthly");
  await stripe().subscriptions.update(subscription, { cancel_at_period_end: true });
  await mirrorFetched("subscription", subscription);
  expect(await nextOf(userId)).toBeNull();
  await keepSubscription(userId);
  expect(await nextOf(userId)).toMatchObject({ amount: 900 });
  expect(await nextOf((await anOwing("reader_monthly")).userId)).toBeNull();
});

test("Stripe's own page is opened for the person's own customer, with our terms", async () => {
  const { userId } = await aSubscriber("reader_monthly");
  const { url } = await openPortal(userId);
  expect(new URL(url).pathname).toMatch(/session/);
});
