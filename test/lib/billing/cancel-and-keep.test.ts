import { beforeAll, expect, test } from "vitest";
import { accessFor } from "@/lib/billing/access";
import { cancelSubscription } from "@/lib/billing/cancel-subscription";
import { keepSubscription } from "@/lib/billing/keep-subscription";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { settleReturn } from "@/lib/billing/settle-return";
import { stripe } from "@/lib/stripe/client";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "./support/people";
import { begin, openShop, pay } from "./support/shop";
import { useStandIn } from "./support/stand-in";

useTestDatabase();
useStandIn();
beforeAll(openShop);

/** Somebody who has just paid for Studio. */
async function aSubscriber() {
  const userId = await aPerson();
  const clientSecret = await begin(userId, "studio_monthly");
  await pay(clientSecret);
  await settleReturn({ userId, clientSecret });
  const own = await subscriptionOf(userId);
  if (!own) throw new Error("no subscription");
  return { userId, subscription: own.id };
}

test("canceling ends the plan with its period, and keeps everything open until then", async () => {
  const { userId, subscription } = await aSubscriber();
  expect(await cancelSubscription(userId)).toEqual({ outcome: "canceled" });
  expect(await stripe().subscriptions.retrieve(subscription)).toMatchObject({
    status: "active",
    cancel_at_period_end: true,
  });
  const own = await subscriptionOf(userId);
  expect(own?.endsAt).toEqual(own?.periodEnd);
  expect((await accessFor(userId)).features).toContainEqual({
    feature: "workshops",
    reason: "ending",
    until: own?.endsAt,
  });
});

test("a cancellation can be taken back, and either asked twice is the same", async () => {
  const { userId, subscription } = await aSubscriber();
  await cancelSubscription(userId);
  expect(await cancelSubscription(userId)).toEqual({ outcome: "canceled" });
  expect(await keepSubscription(userId)).toEqual({ outcome: "kept" });
  expect(await keepSubscription(userId)).toEqual({ outcome: "kept" });
  expect(await stripe().subscriptions.retrieve(subscription)).toMatchObject({
    cancel_at_period_end: false,
    cancel_at: null,
  });
  expect((await subscriptionOf(userId))?.endsAt).toBeNull();
});

test("a day an administrator has set to end it can be taken back too", async () => {
  const { userId, subscription } = await aSubscriber();
  const inTenDays = Math.floor(Date.now() / 1000) + 10 * 86_400;
  await stripe().subscriptions.update(subscription, { cancel_at: inTenDays });
  expect(await keepSubscription(userId)).toEqual({ outcome: "kept" });
  expect(await stripe().subscriptions.retrieve(subscription)).toMatchObject({ cancel_at: null });
});

test("a subscription that has ended elsewhere is told so, and the mirror learns of it", async () => {
  const { userId, subscription } = await aSubscriber();
  await stripe().subscriptions.cancel(subscription);
  expect(await cancelSubscription(userId)).toEqual({ outcome: "none_running" });
  expect(await subscriptionOf(userId)).toMatchObject({ status: "canceled" });
  expect(await keepSubscription(userId)).toEqual({ outcome: "none_running" });
  expect((await accessFor(userId)).features).toEqual([]);
});

test("somebody without a subscription has none to cancel, whoever else has one", async () => {
  const { subscription } = await aSubscriber();
  expect(await cancelSubscription(await aPerson())).toEqual({ outcome: "none_running" });
  expect(await stripe().subscriptions.retrieve(subscription)).toMatchObject({ cancel_at_period_end: false });
});

test("a purchase that was begun and not paid isn't a subscription to cancel", async () => {
  const userId = await aPerson();
  await begin(userId);
  expect(await cancelSubscription(userId)).toEqual({ outcome: "none_running" });
});
