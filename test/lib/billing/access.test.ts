import { expect, test } from "vitest";
import { db } from "@/db/client";
import { grants } from "@/db/schema/billing";
import { customers as mirroredCustomers } from "@/db/schema/stripe/people";
import { accessFor } from "@/lib/billing/access";
import { useTestDatabase } from "@/test/support/use-database";
import { anInvoice, aPrice, aProduct, aSubscription, inDays } from "./support/mirrored";
import { aCustomer, aPerson } from "./support/people";

useTestDatabase();

const date = (seconds: number) => new Date(seconds * 1000);

/** A price of a product with these features. */
async function priceOf(...features: string[]) {
  return aPrice(await aProduct({ features }));
}

test("nothing is open to a visitor, nor to somebody who has bought nothing", async () => {
  expect((await accessFor(null)).features).toEqual([]);
  expect((await accessFor(await aPerson())).features).toEqual([]);
});

test("a subscription opens the features of its product, and no others", async () => {
  const { userId, customer } = await aCustomer();
  await aSubscription(customer, [await priceOf("essays")]);
  const access = await accessFor(userId);
  expect(access.can("essays")).toBe(true);
  expect(access.can("workshops")).toBe(false);
  expect(access.features).toEqual([{ feature: "essays", reason: "subscription", until: null }]);
});

test("somebody else's subscription opens nothing", async () => {
  const [mine, theirs] = await Promise.all([aCustomer(), aCustomer()]);
  await aSubscription(theirs.customer, [await priceOf("essays")]);
  expect((await accessFor(mine.userId)).can("essays")).toBe(false);
});

test("every item counts, but not one that was removed", async () => {
  const { userId, customer } = await aCustomer();
  const [essays, workshops] = await Promise.all([priceOf("essays"), priceOf("workshops")]);
  const both = await aSubscription(customer, [essays, workshops]);
  expect((await accessFor(userId)).features).toHaveLength(2);

  const other = await aCustomer();
  const [kept, removed] = both.items.data;
  await aSubscription(other.customer, [], { items: { data: [kept, { ...removed, deleted: true }] } });
  const access = await accessFor(other.userId);
  expect([access.can("essays"), access.can("workshops")]).toEqual([true, false]);
});

test("a subscription that Stripe has deleted with its customer opens nothing", async () => {
  const { userId, customer } = await aCustomer();
  await aSubscription(customer, [await priceOf("essays")], { deleted: true });
  expect((await accessFor(userId)).can("essays")).toBe(false);
});

test("a pending cancel keeps open to its date", async () => {
  const { userId, customer } = await aCustomer();
  await aSubscription(customer, [await priceOf("essays")], {
    cancel_at_period_end: true,
    cancel_at: inDays(3),
  });
  const [held] = (await accessFor(userId)).features;
  expect(held?.reason).toBe("ending");
  expect(held?.until?.getTime()).toBeCloseTo(date(inDays(3)).getTime(), -4);
});

test("grace runs from the oldest open invoice of this subscription", async () => {
  const { userId, customer } = await aCustomer();
  const owing = await aSubscription(customer, [await priceOf("essays")], { status: "past_due" });
  const since = inDays(-5);
  await anInvoice(owing.id, { status: "paid", created: inDays(-40) });
  await anInvoice(owing.id, { status: "open", created: since });
  await anInvoice(owing.id, { status: "open", created: inDays(-1) });
  expect((await accessFor(userId)).features).toEqual([
    { feature: "essays", reason: "grace", until: date(since + 7 * 86_400) },
  ]);
  await anInvoice(owing.id, { status: "open", created: inDays(-8) });
  expect((await accessFor(userId)).can("essays")).toBe(false);
});

test("a trial without a card is open to its end, and with one, whosever it is, to no end", async () => {
  const trial = {
    status: "trialing",
    trial_settings: { end_behavior: { missing_payment_method: "cancel" } },
  };
  const [without, own, customers] = [await aCustomer(), await aCustomer(), await aCustomer()];
  const price = await priceOf("essays");
  await aSubscription(without.customer, [price], trial);
  await aSubscription(own.customer, [price], { ...trial, default_payment_method: "pm_1" });
  await aSubscription(customers.customer, [price], trial);
  const data = { id: customers.customer, invoice_settings: { default_payment_method: "pm_1" } };
  await db
    .insert(mirroredCustomers)
    .values({ id: customers.customer, data, asOfFrom: new Date(), asOfTo: new Date() });
  const untilOf = async (userId: string) => (await accessFor(userId)).features[0]?.until;
  expect((await untilOf(without.userId))?.getTime()).toBeCloseTo(date(inDays(20)).getTime(), -4);
  expect(await untilOf(own.userId)).toBeNull();
  expect(await untilOf(customers.userId)).toBeNull();
});

test("a grant opens to its end unless it is revoked", async () => {
  const userId = await aPerson();
  const endsAt = date(inDays(2));
  await db.insert(grants).values([
    { userId, feature: "essays", endsAt },
    { userId, feature: "workshops", revokedAt: new Date() },
  ]);
  expect((await accessFor(userId)).features).toEqual([{ feature: "essays", reason: "grant", until: endsAt }]);
});

test("a subscription of a shape nobody knows closes, and takes nothing else with it", async () => {
  const { userId, customer } = await aCustomer();
  const price = await priceOf("essays");
  const item = { id: "si_1", price, current_period_start: "soon", current_period_end: { at: "some time" } };
  await aSubscription(customer, [], { items: { data: [item] }, status: "past_due" });
  await aSubscription(customer, [], { items: "none" });
  expect((await accessFor(userId)).can("essays")).toBe(false);
  await db.insert(grants).values({ userId, feature: "workshops" });
  expect((await accessFor(userId)).can("workshops")).toBe(true);
});
