import { beforeAll, expect, test, vi } from "vitest";
import { accessFor } from "@/lib/billing/access";
import { makeCardDefault } from "@/lib/billing/cards/make-card-default";
import { keepPlan } from "@/lib/billing/plan/keep-plan";
import { previewChange } from "@/lib/billing/plan/preview-change";
import { scheduleChange } from "@/lib/billing/plan/schedule-change";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { cancelSubscription } from "@/lib/billing/subscription/cancel-subscription";
import { keepSubscription } from "@/lib/billing/subscription/keep-subscription";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { openShop, priceNamed } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anotherCard, aSubscriber, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

async function lessFromNextPeriodOn() {
  const subscriber = await aSubscriber("studio_monthly");
  const { userId } = subscriber;
  const seen = (await subscriptionOf(userId))?.stamp ?? "";
  return { ...subscriber, seen, scheduled: await scheduleChange({ userId, price: "reader_monthly", seen }) };
}

test("a smaller plan from the next period on costs nothing now, and is billed and open from then on", async () => {
  const { userId, customer, subscription, scheduled } = await lessFromNextPeriodOn();
  expect(scheduled).toEqual({ outcome: "change_scheduled" });
  const before = await subscriptionOf(userId);
  expect(before).toMatchObject({
    planName: "Studio",
    change: { planName: "Reader", from: before?.periodEnd },
  });
  expect((await accessFor(userId)).can("workshops")).toBe(true);

  await letTimePass(32);
  await mirrorFetched("subscription", subscription);
  expect(await subscriptionOf(userId)).toMatchObject({ planName: "Reader", status: "active" });
  expect((await accessFor(userId)).can("workshops")).toBe(false);
  const { data } = await stripe().charges.list({ customer });
  expect(data.map(({ amount }) => amount)).toEqual([900, 1900]);
  expect(await stripe().customers.retrieve(customer)).toMatchObject({ balance: 0 });
});

test("a discount that lasts and a tax rate hold for the plan that follows, too", async () => {
  const { userId, customer, subscription } = await aSubscriber("studio_monthly");
  const { id: coupon } = await stripe().coupons.create({ percent_off: 50, duration: "forever" });
  const rate = await stripe().taxRates.create({ display_name: "VAT", percentage: 20, inclusive: false });
  await stripe().subscriptions.update(subscription, {
    discounts: [{ coupon }],
    default_tax_rates: [rate.id],
  });
  const seen = (await subscriptionOf(userId))?.stamp ?? "";
  const scheduled = await scheduleChange({ userId, price: "reader_monthly", seen });
  expect(scheduled).toEqual({ outcome: "change_scheduled" });
  const taxed = { default_tax_rates: [{ id: rate.id }], discounts: [expect.any(String)] };
  expect(await stripe().subscriptions.retrieve(subscription)).toMatchObject(taxed);
  await letTimePass(32);
  expect(await stripe().subscriptions.retrieve(subscription)).toMatchObject(taxed);
  const { data } = await stripe().charges.list({ customer });
  expect(data.map(({ amount }) => amount)).toEqual([540, 1900]);
});

test("the card that pays by then pays for the plan that follows", async () => {
  const { userId, customer, subscription } = await lessFromNextPeriodOn();
  const card = await anotherCard(customer);
  expect(await makeCardDefault({ userId, card })).toEqual({ outcome: "card_default" });
  await letTimePass(32);
  const now = await stripe().subscriptions.retrieve(subscription);
  expect(now).toMatchObject({ default_payment_method: card });
  expect(now.items.data[0]?.price.lookup_key).toBe("reader_monthly");
});

test("a change to come is taken back, as often as asked, and another can be chosen then", async () => {
  const { userId, subscription } = await lessFromNextPeriodOn();
  expect(await previewChange({ userId, price: "team_monthly" })).toEqual({ outcome: "not_changeable" });
  expect(await keepPlan(userId)).toEqual({ outcome: "plan_kept" });
  expect(await keepPlan(userId)).toEqual({ outcome: "plan_kept" });
  expect(await subscriptionOf(userId)).toMatchObject({ planName: "Studio", change: null });
  expect(await stripe().subscriptions.retrieve(subscription)).toMatchObject({ schedule: null });
  expect(await previewChange({ userId, price: "team_monthly" })).toMatchObject({ outcome: "preview" });
});

test("asked twice it is scheduled once, and a cancellation takes its place", async () => {
  const { userId, subscription, seen } = await lessFromNextPeriodOn();
  expect(await scheduleChange({ userId, price: "reader_monthly", seen })).toEqual({
    outcome: "not_changeable",
  });
  const { data } = await stripe().subscriptionSchedules.list();
  expect(data.filter((one) => one.subscription === subscription)).toHaveLength(1);
  const leaving = { userId, seen, when: "period_end", feedback: null, comment: "" } as const;
  expect(await cancelSubscription(leaving)).toEqual({ outcome: "canceled" });
  expect(await subscriptionOf(userId)).toMatchObject({ change: null, planName: "Studio" });
  expect((await subscriptionOf(userId))?.endsAt).not.toBeNull();
});

test("a schedule that a process began and never filled is gone on with", async () => {
  const { userId, subscription } = await aSubscriber("studio_monthly");
  await stripe().subscriptionSchedules.create({ from_subscription: subscription });
  const seen = (await subscriptionOf(userId))?.stamp ?? "";
  expect(await scheduleChange({ userId, price: "reader_monthly", seen })).toEqual({
    outcome: "change_scheduled",
  });
  expect(await subscriptionOf(userId)).toMatchObject({ change: { planName: "Reader" } });
});

test("a page from before a change made elsewhere schedules nothing", async () => {
  const { userId, subscription } = await aSubscriber("studio_monthly");
  const seen = (await subscriptionOf(userId))?.stamp ?? "";
  const [item] = (await stripe().subscriptions.retrieve(subscription)).items.data;
  const { id: price } = await priceNamed("team_monthly");
  await stripe().subscriptions.update(subscription, { items: [{ id: item?.id ?? "", price }] });
  expect(await scheduleChange({ userId, price: "reader_monthly", seen })).toEqual({ outcome: "changed" });
  expect((await stripe().subscriptions.retrieve(subscription)).schedule).toBeNull();
});

test("a cancellation that is made elsewhere at the same moment stays, and can be taken back", async () => {
  const { userId, subscription } = await aSubscriber("studio_monthly");
  const seen = (await subscriptionOf(userId))?.stamp ?? "";
  const { subscriptionSchedules } = stripe();
  const create = subscriptionSchedules.create.bind(subscriptionSchedules);
  const made = vi.spyOn(subscriptionSchedules, "create");
  made.mockImplementationOnce(async (params) => {
    made.mockRestore();
    await stripe().subscriptions.update(subscription, { cancel_at_period_end: true });
    return create(params);
  });
  expect(await scheduleChange({ userId, price: "reader_monthly", seen })).toEqual({ outcome: "changed" });
  expect(await subscriptionOf(userId)).toMatchObject({ change: null, endsAt: expect.any(Date) });
  expect(await keepSubscription(userId)).toEqual({ outcome: "kept" });
  expect(await subscriptionOf(userId)).toMatchObject({ endsAt: null });
  await letTimePass(32);
  expect((await stripe().subscriptions.retrieve(subscription)).status).toBe("active");
});
