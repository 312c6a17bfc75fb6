import { beforeAll, expect, test, vi } from "vitest";
import { settleReturn } from "@/lib/billing/checkout/settle-return";
import { startCheckout } from "@/lib/billing/checkout/start-checkout";
import { startHostedCheckout } from "@/lib/billing/checkout/start-hosted-checkout";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import reportSecondSubscriptions from "@/lib/billing/jobs/report-second-subscriptions";
import { orderOf } from "@/lib/billing/order/order";
import { changePlan } from "@/lib/billing/plan/change-plan";
import { previewChange } from "@/lib/billing/plan/preview-change";
import { secondSubscriptionsOf } from "@/lib/billing/queries/second-subscriptions";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { endSecondSubscription } from "@/lib/billing/subscription/end-second-subscription";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { begin, openShop, pay, priceNamed, subscriptionsOf } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anOwing, aSubscriber, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

const studio = orderOf("studio_monthly");
const team = orderOf("team_monthly");

/** Tries to buy in every way there is, all at once. Returns what was answered. */
async function buyEverywhere(userId: string): Promise<string[]> {
  const tries = [studio, team, { ...studio, code: "WELCOME" }].flatMap((order) => [
    startCheckout({ userId, order }),
    startHostedCheckout({ userId, order }),
  ]);
  return [...new Set((await Promise.all(tries)).map(({ outcome }) => outcome))];
}
const live = async (customer: string) =>
  (await subscriptionsOf(customer)).filter(
    ({ status }) => !["canceled", "incomplete_expired"].includes(status),
  );
const paid = async (customer: string) =>
  (await stripe().charges.list({ customer })).data.filter(({ status }) => status === "succeeded");

test("somebody who owes for a plan isn't sold another", async () => {
  const { userId, customer } = await anOwing();
  expect(await live(customer)).toMatchObject([{ status: "past_due" }]);
  expect(await buyEverywhere(userId)).toEqual(["already_subscribed"]);
  expect(await live(customer)).toHaveLength(1);
});

test("nor somebody whose trial is paused for want of a card", async () => {
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  await stripe().subscriptions.create({
    customer,
    items: [{ price: (await priceNamed("team_monthly")).id }],
    trial_period_days: 1,
    trial_settings: { end_behavior: { missing_payment_method: "pause" } },
  });
  await letTimePass(2);
  expect(await live(customer)).toMatchObject([{ status: "paused" }]);
  expect(await buyEverywhere(userId)).toEqual(["already_subscribed"]);
});

test("a purchase begun everywhere at once, here and on Stripe's page, is paid once", async () => {
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  const order = [studio, orderOf("reader_monthly"), { ...studio, code: "WELCOME" }];
  const begun = await Promise.all(
    order.flatMap((one) => [
      startCheckout({ userId, order: one }),
      startHostedCheckout({ userId, order: one }),
    ]),
  );
  await Promise.all(
    begun.map((one) => (one.outcome === "ready" ? pay(one.clientSecret).catch(() => {}) : null)),
  );
  expect((await live(customer)).length).toBeLessThanOrEqual(1);
  expect((await paid(customer)).length).toBeLessThanOrEqual(1);
  const open = await stripe().checkout.sessions.list({ customer, status: "open" });
  expect(open.data.length + (await live(customer)).length).toBeLessThanOrEqual(1);
});

test("a request that is repeated, and a return that is reloaded, charge nothing again", async () => {
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  const clientSecret = await begin(userId);
  await Promise.all([pay(clientSecret), pay(clientSecret).catch(() => {})]);
  const settled = await Promise.all([1, 2, 3].map(() => settleReturn({ userId, clientSecret })));
  expect(new Set(settled.map(({ outcome }) => outcome))).toEqual(new Set(["succeeded"]));
  expect(await paid(customer)).toHaveLength(1);
});

test("a change of plan made twice at once, with a purchase beside it, is charged once", async () => {
  const { userId, customer } = await aSubscriber("reader_monthly");
  await letTimePass(10);
  const preview = await previewChange({ userId, price: "studio_monthly" });
  if (preview.outcome !== "preview") throw new Error(preview.outcome);
  const { seen, prorationDate, dueToday } = preview;
  const agreed = { userId, price: "studio_monthly", seen, prorationDate, dueToday };
  await Promise.all([changePlan(agreed), changePlan(agreed), startCheckout({ userId, order: studio })]);
  expect((await paid(customer)).map(({ amount }) => amount).sort((a, b) => a - b)).toEqual(
    [dueToday, 900].sort((a, b) => a - b),
  );
  expect(await live(customer)).toHaveLength(1);
});

test("two that were made by hand are reported, and their owner sees both", async () => {
  const { userId, customer, subscription } = await aSubscriber("reader_monthly");
  await letTimePass(1);
  const second = await madeByHand(customer);
  expect(await subscriptionOf(userId)).toMatchObject({ id: second, planName: "Studio" });
  expect(await secondSubscriptionsOf(userId)).toMatchObject([
    {
      id: subscription,
      planName: "Reader",
      price: { amount: 900, currency: "usd", interval: "month" },
      endsAt: null,
    },
  ]);
  expect(await secondSubscriptionsOf(await aPerson())).toEqual([]);
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  await reportSecondSubscriptions.run({}, { attempt: 1, signal: AbortSignal.any([]) });
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(`${customer} has 2 subscriptions`));
  log.mockRestore();
});

test("whoever has two ends the one too many, and by no way the plan itself or anybody else's", async () => {
  const { userId, customer, subscription } = await aSubscriber("reader_monthly");
  await letTimePass(1);
  const plan = await madeByHand(customer);
  const end = (who: string, which: string) => endSecondSubscription({ userId: who, subscription: which });
  const other = await aSubscriber("reader_monthly");
  expect(await end(other.userId, subscription)).toEqual({ outcome: "no_second" });
  for (const which of [plan, other.subscription, "sub_unknown", "' or 1=1"])
    expect(await end(userId, which)).toEqual({ outcome: "no_second" });
  await Promise.all([end(userId, subscription), end(userId, subscription)]);
  expect(await end(userId, subscription)).toEqual({ outcome: "second_ends" });
  expect(await stripe().subscriptions.retrieve(subscription)).toMatchObject({ cancel_at_period_end: true });
  expect(await secondSubscriptionsOf(userId)).toMatchObject([{ endsAt: expect.any(Date) }]);
  expect(await stripe().subscriptions.retrieve(plan)).toMatchObject({
    status: "active",
    cancel_at_period_end: false,
  });
});

/** A subscription that an administrator makes. Returns its id. */
async function madeByHand(customer: string): Promise<string> {
  const { id } = await stripe().subscriptions.create({
    customer,
    items: [{ price: (await priceNamed("studio_monthly")).id }],
    collection_method: "send_invoice",
    days_until_due: 30,
  });
  await mirrorFetched("subscription", id);
  return id;
}
