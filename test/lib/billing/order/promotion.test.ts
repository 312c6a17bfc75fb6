import { beforeAll, expect, test, vi } from "vitest";
import { accessFor } from "@/lib/billing/access";
import { startCheckout } from "@/lib/billing/checkout/start-checkout";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { orderOf } from "@/lib/billing/order/order";
import { promotionFor } from "@/lib/billing/order/promotion";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { stripe } from "@/lib/stripe/client";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { openShop, pay, subscriptionsOf } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { aSubscriber, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

const buying = { customer: null, product: "gatehouse_studio", amount: 1900, currency: "usd" };
const withCode = (price: string, code: string) => ({ ...orderOf(price), code });

/** A coupon and a code for it, by which it is asked for. */
async function aCode(
  coupon: Parameters<ReturnType<typeof stripe>["coupons"]["create"]>[0],
  code: Partial<Parameters<ReturnType<typeof stripe>["promotionCodes"]["create"]>[0]> = {},
) {
  const { id } = await stripe().coupons.create({ duration: "once", ...coupon });
  return stripe().promotionCodes.create({ promotion: { type: "coupon", coupon: id }, ...code });
}

test("a code counts however it is written, and says for how long", async () => {
  expect(await promotionFor("welcome", buying)).toMatchObject({ code: "WELCOME", duration: "once" });
  const { code } = await aCode({ percent_off: 10, duration: "repeating", duration_in_months: 3 });
  expect(await promotionFor(code, buying)).toMatchObject({ duration: { months: 3 } });
});

test("a code that doesn't count says why", async () => {
  const nobody = await stripe().customers.create({});
  const usedUp = await aCode({ percent_off: 10 }, { max_redemptions: 1 });
  await stripe().subscriptions.create({
    customer: nobody.id,
    items: [{ price: (await stripe().prices.list({ lookup_keys: ["reader_monthly"] })).data[0]?.id ?? "" }],
    discounts: [{ promotion_code: usedUp.id }],
    payment_behavior: "default_incomplete",
  });
  const withdrawn = await aCode({ percent_off: 10 });
  await stripe().promotionCodes.update(withdrawn.id, { active: false });
  const theirs = await aCode({ percent_off: 10 }, { customer: nobody.id });
  const dear = await aCode(
    { percent_off: 10 },
    { restrictions: { minimum_amount: 5000, minimum_amount_currency: "usd" } },
  );
  const forReader = await aCode({ percent_off: 10, applies_to: { products: ["gatehouse_reader"] } });
  const euros = await aCode({ amount_off: 500, currency: "eur" });
  const faults = await Promise.all(
    ["NOSUCHCODE", usedUp.code, withdrawn.code, theirs.code, dear.code, forReader.code, euros.code].map(
      (code) => promotionFor(code, buying),
    ),
  );
  expect(faults).toEqual([
    { fault: "unknown" },
    { fault: "used_up" },
    { fault: "withdrawn" },
    { fault: "other_customer" },
    { fault: "below_minimum", least: 5000, currency: "usd" },
    { fault: "other_plan" },
    { fault: "other_currency" },
  ]);
});

test("a code that has expired is told so", async () => {
  const { code, id } = await aCode({ percent_off: 10 }, { expires_at: Math.floor(Date.now() / 1000) + 60 });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 120_000 });
  expect(await promotionFor(code, buying)).toEqual({ fault: "expired" });
  vi.useRealTimers();
  await stripe().promotionCodes.update(id, { active: false });
});

test("what a code takes off is taken off the amount to be paid, and the code survives a decline", async () => {
  const userId = await aPerson();
  const order = withCode("studio_monthly", "WELCOME");
  const begun = await startCheckout({ userId, order });
  expect(begun).toMatchObject({ outcome: "ready", amount: 1520 });
  if (begun.outcome !== "ready") return;
  await pay(begun.clientSecret, "pm_card_chargeDeclined");
  expect(await startCheckout({ userId, order })).toEqual(begun);
});

test("without the code, or with another, it is another purchase in the place of the first", async () => {
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  await startCheckout({ userId, order: withCode("studio_monthly", "WELCOME") });
  expect(await startCheckout({ userId, order: orderOf("studio_monthly") })).toMatchObject({ amount: 1900 });
  const live = (await subscriptionsOf(customer)).filter(({ status }) => status === "incomplete");
  expect(live).toHaveLength(1);
});

test("nothing begins with a code that doesn't count", async () => {
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  const order = withCode("studio_monthly", "NOSUCHCODE");
  expect(await startCheckout({ userId, order })).toEqual({
    ...{ outcome: "code_refused", code: "NOSUCHCODE", why: { fault: "unknown" } },
  });
  expect(await subscriptionsOf(customer)).toEqual([]);
});

test("a code that takes off everything begins the plan without a card, and a second press begins no second", async () => {
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  const order = withCode("studio_monthly", "FIRSTFREE");
  const [one, two] = await Promise.all([startCheckout({ userId, order }), startCheckout({ userId, order })]);
  expect([one.outcome, two.outcome].sort()).toEqual(["already_subscribed", "started"]);
  expect((await accessFor(userId)).can("workshops")).toBe(true);
  expect(await subscriptionOf(userId)).toMatchObject({ status: "active", planName: "Studio" });
  expect(await subscriptionsOf(customer)).toHaveLength(1);
});

test("a code that makes a first purchase free does so once, however soon that is ended, and a trial uses none up", async () => {
  const userId = await aPerson();
  expect(await startCheckout({ userId, order: orderOf("team_monthly") })).toEqual({ outcome: "started" });
  const { id: customer } = await ensureCustomer(userId);
  const end = async () => {
    const { data } = await stripe().subscriptions.list({ customer });
    for (const { id } of data) await stripe().subscriptions.cancel(id);
  };
  await end();
  const free = { userId, order: withCode("studio_monthly", "FIRSTFREE") };
  expect(await startCheckout(free)).toEqual({ outcome: "started" });
  await end();
  expect(await startCheckout(free)).toMatchObject({
    outcome: "code_refused",
    why: { fault: "first_purchase_only" },
  });
});

test("a code for a first purchase isn't for somebody who has bought", async () => {
  const { userId, customer, subscription } = await aSubscriber();
  await stripe().subscriptions.cancel(subscription);
  expect(await promotionFor("FIRSTFREE", { ...buying, customer })).toEqual({ fault: "first_purchase_only" });
  expect(await startCheckout({ userId, order: withCode("studio_monthly", "FIRSTFREE") })).toMatchObject({
    why: { fault: "first_purchase_only" },
  });
});

test("the payments after the one that a code lowers are whole", async () => {
  const userId = await aPerson();
  const begun = await startCheckout({ userId, order: withCode("reader_monthly", "WELCOME") });
  if (begun.outcome !== "ready") throw new Error(begun.outcome);
  await pay(begun.clientSecret);
  await letTimePass(32);
  const { id: customer } = await ensureCustomer(userId);
  const { data } = await stripe().invoices.list({ customer });
  expect(data.map(({ total }) => total)).toEqual([900, 720]);
});
