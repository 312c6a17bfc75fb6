import { beforeAll, expect, test } from "vitest";
import { accessFor } from "@/lib/billing/access";
import { makeCardDefault } from "@/lib/billing/cards/make-card-default";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { payInvoice } from "@/lib/billing/invoices/pay-invoice";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { cancelSubscription } from "@/lib/billing/subscription/cancel-subscription";
import { firstPayment } from "@/lib/billing/subscription/first-payment";
import { goOnAfterTrial } from "@/lib/billing/subscription/go-on-after-trial";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { openShop, priceNamed } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anotherCard, aSubscriber, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

/** Somebody whose trial of Team has ended without a card, and waits for one. */
async function waiting() {
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  const { id } = await stripe().subscriptions.create({
    customer,
    items: [{ price: (await priceNamed("team_monthly")).id }],
    trial_period_days: 1,
    trial_settings: { end_behavior: { missing_payment_method: "pause" } },
  });
  await letTimePass(2);
  await mirrorFetched("subscription", id);
  const own = await subscriptionOf(userId);
  expect(own?.status).toBe("paused");
  expect((await accessFor(userId)).closed).toContainEqual({
    ...{ feature: "essays", reason: "trial_over", since: null },
  });
  return { userId, customer, subscription: id, seen: own?.stamp ?? "" };
}

async function withCard(userId: string, customer: string, card: string): Promise<void> {
  await makeCardDefault({ userId, card: await anotherCard(customer, card) });
}
const paid = async (customer: string) =>
  (await stripe().charges.list({ customer })).data
    .filter(({ status }) => status === "succeeded")
    .map(({ amount }) => amount);

test("the same subscription goes on with a card, is paid once however often it is asked for, and opens", async () => {
  const { userId, customer, subscription, seen } = await waiting();
  expect(await goOnAfterTrial({ userId, seen })).toEqual({ outcome: "no_card_yet" });
  await withCard(userId, customer, "pm_card_visa");
  const both = await Promise.all([goOnAfterTrial({ userId, seen }), goOnAfterTrial({ userId, seen })]);
  expect(both).toEqual([{ outcome: "went_on" }, { outcome: "went_on" }]);
  expect(await subscriptionOf(userId)).toMatchObject({ id: subscription, status: "active" });
  expect((await accessFor(userId)).can("workshops")).toBe(true);
  expect(await goOnAfterTrial({ userId, seen })).toEqual({ outcome: "went_on" });
  expect(await paid(customer)).toEqual([4900]);
});

test("what is said to be charged for going on is what is charged, credit and discounts counted", async () => {
  const { userId, customer, subscription, seen } = await waiting();
  expect(await firstPayment(subscription)).toEqual({ amount: 4900, currency: "usd" });
  await stripe().customers.createBalanceTransaction(customer, { amount: -900, currency: "usd" });
  const coupon = await stripe().coupons.create({ percent_off: 50, duration: "once" });
  await stripe().subscriptions.update(subscription, { discounts: [{ coupon: coupon.id }] });
  await mirrorFetched("subscription", subscription);
  const { amount } = await firstPayment(subscription);
  expect(amount).toBe(1550);
  await withCard(userId, customer, "pm_card_visa");
  const now = await subscriptionOf(userId);
  expect(await goOnAfterTrial({ userId, seen: now?.stamp ?? seen })).toEqual({ outcome: "went_on" });
  expect(await paid(customer)).toEqual([amount]);
});

test("a card that is declined opens nothing, and its invoice is paid with another", async () => {
  const { userId, customer, subscription, seen } = await waiting();
  await withCard(userId, customer, "pm_card_chargeCustomerFail");
  const went = await goOnAfterTrial({ userId, seen });
  if (went.outcome !== "to_be_paid") throw new Error(went.outcome);
  expect(await firstPayment(subscription)).toEqual({ amount: 4900, currency: "usd" });
  expect(await goOnAfterTrial({ userId, seen })).toEqual(went);
  expect((await accessFor(userId)).features).toEqual([]);
  await withCard(userId, customer, "pm_card_visa");
  expect(await payInvoice({ userId, invoice: went.invoice })).toEqual({ outcome: "invoice_paid" });
  expect(await subscriptionOf(userId)).toMatchObject({ status: "active" });
  expect(await paid(customer)).toEqual([4900]);
});

test("unpaid for a day it waits as before, and can be gone on with anew", async () => {
  const { userId, customer, seen } = await waiting();
  await withCard(userId, customer, "pm_card_chargeCustomerFail");
  expect(await goOnAfterTrial({ userId, seen })).toMatchObject({ outcome: "to_be_paid" });
  await letTimePass(1);
  await withCard(userId, customer, "pm_card_visa");
  expect(await goOnAfterTrial({ userId, seen })).toEqual({ outcome: "went_on" });
  expect(await paid(customer)).toEqual([4900]);
});

test("a stale page, a plan that runs, one that was ended, and none at all charge nothing", async () => {
  const { userId, customer, seen } = await waiting();
  await withCard(userId, customer, "pm_card_visa");
  expect(await goOnAfterTrial({ userId, seen: "another" })).toEqual({ outcome: "changed" });
  const ended = { userId, seen, when: "now", feedback: null, comment: "" } as const;
  expect(await cancelSubscription(ended)).toEqual({ outcome: "ended" });
  expect(await goOnAfterTrial({ userId, seen })).toEqual({ outcome: "none_running" });
  expect(await paid(customer)).toEqual([]);
  const subscriber = await aSubscriber("reader_monthly");
  expect(await goOnAfterTrial({ userId: subscriber.userId, seen: "" })).toEqual({ outcome: "went_on" });
  expect(await paid(subscriber.customer)).toEqual([900]);
  expect(await goOnAfterTrial({ userId: await aPerson(), seen })).toEqual({ outcome: "none_running" });
});
