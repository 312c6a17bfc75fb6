import { beforeAll, expect, test } from "vitest";
import { accessFor } from "@/lib/billing/access";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { type Cancellation, cancelSubscription } from "@/lib/billing/subscription/cancel-subscription";
import { keepSubscription } from "@/lib/billing/subscription/keep-subscription";
import { stripe } from "@/lib/stripe/client";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { begin, openShop, priceNamed } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { aSubscriber } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

/** Cancels from a page that has just been drawn. */
async function cancel(userId: string, given: Partial<Cancellation> = {}) {
  const seen = (await subscriptionOf(userId))?.stamp ?? "";
  return cancelSubscription({ userId, seen, when: "period_end", feedback: null, comment: "", ...given });
}

test("canceling ends the plan with its period, and keeps everything open until then", async () => {
  const { userId, subscription } = await aSubscriber();
  expect(await cancel(userId)).toEqual({ outcome: "canceled" });
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
  await cancel(userId);
  expect(await cancel(userId)).toEqual({ outcome: "canceled" });
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
  expect(await cancel(userId)).toEqual({ outcome: "none_running" });
  expect(await subscriptionOf(userId)).toMatchObject({ status: "canceled" });
  expect(await keepSubscription(userId)).toEqual({ outcome: "none_running" });
  expect((await accessFor(userId)).features).toEqual([]);
});

test("somebody without a subscription has none to cancel, whoever else has one", async () => {
  const { subscription } = await aSubscriber();
  expect(await cancel(await aPerson())).toEqual({ outcome: "none_running" });
  expect(await stripe().subscriptions.retrieve(subscription)).toMatchObject({ cancel_at_period_end: false });
});

test("a purchase that was begun and not paid isn't a subscription to cancel", async () => {
  const userId = await aPerson();
  await begin(userId);
  expect(await cancel(userId)).toEqual({ outcome: "none_running" });
});

test("canceling now ends the plan and what it opens at once", async () => {
  const { userId, subscription } = await aSubscriber();
  expect(await cancel(userId, { when: "now" })).toEqual({ outcome: "ended" });
  expect(await stripe().subscriptions.retrieve(subscription)).toMatchObject({ status: "canceled" });
  expect((await accessFor(userId)).features).toEqual([]);
  expect(await subscriptionOf(userId)).toMatchObject({ status: "canceled" });
});

test("a subscription at its end can still be ended now", async () => {
  const { userId } = await aSubscriber();
  await cancel(userId);
  expect(await cancel(userId, { when: "now" })).toEqual({ outcome: "ended" });
});

test("Stripe hears why somebody leaves, in their own words too", async () => {
  for (const when of ["now", "period_end"] as const) {
    const { userId, subscription } = await aSubscriber();
    await cancel(userId, { when, feedback: "too_expensive", comment: "Not this year." });
    expect((await stripe().subscriptions.retrieve(subscription)).cancellation_details).toMatchObject({
      feedback: "too_expensive",
      comment: "Not this year.",
    });
  }
});

test("a page from before a change made elsewhere decides nothing", async () => {
  const { userId, subscription } = await aSubscriber();
  const seen = (await subscriptionOf(userId))?.stamp ?? "";
  const { id: price } = await priceNamed("reader_monthly");
  const [item] = (await stripe().subscriptions.retrieve(subscription)).items.data;
  await stripe().subscriptions.update(subscription, { items: [{ id: item?.id ?? "", price }] });
  for (const when of ["now", "period_end"] as const) {
    expect(await cancel(userId, { seen, when })).toEqual({ outcome: "changed" });
  }
  expect(await stripe().subscriptions.retrieve(subscription)).toMatchObject({
    status: "active",
    cancel_at_period_end: false,
  });
  expect(await subscriptionOf(userId)).toMatchObject({ price: { key: "reader_monthly" } });
  expect(await cancel(userId)).toEqual({ outcome: "canceled" });
});
