import { expect, test } from "vitest";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { useTestDatabase } from "@/test/support/use-database";
import { aPrice, aProduct, aSubscription, inDays } from "../support/mirrored";
import { aCustomer, aPerson } from "../support/people";

useTestDatabase();

test("somebody who never subscribed has none", async () => {
  expect(await subscriptionOf(await aPerson())).toBeNull();
  expect(await subscriptionOf((await aCustomer()).userId)).toBeNull();
});

test("the running one comes before one begun, and that before one that ended", async () => {
  const { userId, customer } = await aCustomer();
  const price = await aPrice(await aProduct({ name: "Reader" }));
  const ended = await aSubscription(customer, [price], { status: "canceled", created: inDays(-1) });
  expect((await subscriptionOf(userId))?.id).toBe(ended.id);
  const begun = await aSubscription(customer, [price], { status: "incomplete" });
  expect((await subscriptionOf(userId))?.id).toBe(begun.id);
  const owing = await aSubscription(customer, [price], { status: "past_due" });
  expect((await subscriptionOf(userId))?.id).toBe(owing.id);
});

test("it carries its plan, its price and the end of its period", async () => {
  const { userId, customer } = await aCustomer();
  const price = await aPrice(await aProduct({ name: "Studio" }), {
    unit_amount: 1900,
    lookup_key: "studio_monthly",
  });
  await aSubscription(customer, [price]);
  const own = await subscriptionOf(userId);
  expect(own).toMatchObject({ status: "active", planName: "Studio", endsAt: null });
  expect(own?.price).toEqual({ key: "studio_monthly", amount: 1900, currency: "usd", interval: "month" });
  expect(own?.periodEnd).toBeInstanceOf(Date);
});

test("a trial without a card says what becomes of it, until one is there to pay", async () => {
  const price = await aPrice(await aProduct());
  const trial = (missing_payment_method: "cancel" | "pause" | "create_invoice") => ({
    status: "trialing" as const,
    trial_settings: { end_behavior: { missing_payment_method } },
  });
  const becomes = async (fields: Parameters<typeof aSubscription>[2]) => {
    const { userId, customer } = await aCustomer();
    await aSubscription(customer, [price], fields);
    return (await subscriptionOf(userId))?.withoutCard;
  };
  expect(await becomes(trial("cancel"))).toBe("cancel");
  expect(await becomes(trial("pause"))).toBe("pause");
  expect(await becomes(trial("create_invoice"))).toBeNull();
  expect(await becomes({ ...trial("cancel"), default_payment_method: "pm_1" })).toBeNull();
  expect(await becomes({ ...trial("cancel"), status: "active" })).toBeNull();
});

test("it says when it ends, whichever way it was canceled", async () => {
  const atEnd = await aCustomer();
  const price = await aPrice(await aProduct());
  await aSubscription(atEnd.customer, [price], { cancel_at_period_end: true });
  const own = await subscriptionOf(atEnd.userId);
  expect(own?.endsAt).toEqual(own?.periodEnd);

  const onADay = await aCustomer();
  await aSubscription(onADay.customer, [price], { cancel_at: inDays(5) });
  expect((await subscriptionOf(onADay.userId))?.endsAt).toEqual(new Date(inDays(5) * 1000));
});
