import { expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, paymentMethods } from "@/db/schema/stripe/people";
import lookForExpiringCards from "@/lib/billing/jobs/look-for-expiring-cards";
import { expiringCards } from "@/lib/billing/queries/expiring-cards";
import { newId } from "@/test/lib/stripe/support/events";
import { useTestDatabase } from "@/test/support/use-database";
import { aPrice, aProduct, aSubscription } from "../support/mirrored";
import { aCustomer } from "../support/people";
import { mailTo, useMail } from "../support/told";

const database = useTestDatabase();
const { work } = useMail(database);

const asOf = { asOfFrom: new Date(), asOfTo: new Date() };
const now = new Date();
/** So many months from this one, counted as Stripe does. */
const monthsFromNow = (months: number) => {
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months));
  return { exp_year: day.getUTCFullYear(), exp_month: day.getUTCMonth() + 1 };
};

async function aCard(customer: string, expires: { exp_year: number; exp_month: number }, type = "card") {
  const id = newId("pm");
  const card = { brand: "visa", last4: "4242", ...expires };
  await db
    .insert(paymentMethods)
    .values({ id, data: { id, object: "payment_method", type, customer, card }, ...asOf });
  return id;
}

/** A subscriber, whose card is good for so many months after this one. */
async function payingWith(months: number, given: { status?: string; cancel_at_period_end?: boolean } = {}) {
  const { userId, customer } = await aCustomer();
  const card = await aCard(customer, monthsFromNow(months));
  const invoice_settings = { default_payment_method: card };
  await db.insert(customers).values({ id: customer, data: { id: customer, invoice_settings }, ...asOf });
  await aSubscription(customer, [await aPrice(await aProduct({ name: "Studio" }))], given);
  return { userId, customer, card };
}

async function look(): Promise<void> {
  await lookForExpiringCards.run({}, { attempt: 1, signal: new AbortController().signal });
  await work();
}

test("a card in its last month or the one before is told of, once for that month, however often it is looked for", async () => {
  const [last, before] = [await payingWith(0), await payingWith(1)];
  await look();
  await look();
  for (const { userId } of [last, before]) {
    const mails = await mailTo(userId);
    expect(mails).toMatchObject([{ subject: "The card for your Studio plan expires soon" }]);
    expect(mails[0]?.unsubscribe).toMatch(/\/mail\/[^/]+\/stop$/);
  }
});

test("a card that is good for longer, or has been over for months, isn't", async () => {
  const all = [await payingWith(2), await payingWith(-1), await payingWith(12)];
  await look();
  for (const { userId } of all) expect(await mailTo(userId)).toEqual([]);
});

test("nor is one that pays for nothing to come", async () => {
  const all = [
    await payingWith(0, { status: "canceled" }),
    await payingWith(0, { status: "incomplete" }),
    await payingWith(0, { cancel_at_period_end: true }),
  ];
  await look();
  for (const { userId } of all) expect(await mailTo(userId)).toEqual([]);
});

test("the subscription's own card counts before the customer's, and a wallet has no last month", async () => {
  const { customer, userId } = await aCustomer();
  const [own, other] = [await aCard(customer, monthsFromNow(20)), await aCard(customer, monthsFromNow(0))];
  const invoice_settings = { default_payment_method: other };
  await db.insert(customers).values({ id: customer, data: { id: customer, invoice_settings }, ...asOf });
  const price = await aPrice(await aProduct({ name: "Studio" }));
  await aSubscription(customer, [price], { default_payment_method: own });
  await look();
  expect(await mailTo(userId)).toEqual([]);
});

test("around a year's end, January follows December", async () => {
  const december = new Date("2031-12-05T00:00:00Z");
  const { customer } = await payingWith(48);
  const inJanuary = await aCard(customer, { exp_year: 2032, exp_month: 1 });
  const price = await aPrice(await aProduct({ name: "Studio" }));
  await aSubscription(customer, [price], { default_payment_method: inJanuary });
  const found = await expiringCards(december);
  expect(found.map(({ card }) => card)).toContain(inJanuary);
  expect(await expiringCards(new Date("2031-11-30T23:59:59Z"), inJanuary)).toEqual([]);
  expect(await expiringCards(new Date("2032-01-31T23:59:59Z"), inJanuary)).toHaveLength(1);
  expect(await expiringCards(new Date("2032-02-01T00:00:00Z"), inJanuary)).toEqual([]);
});
