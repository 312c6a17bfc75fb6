import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { accessFor } from "@/lib/billing/access";
import { intentIdOf } from "@/lib/billing/ids";
import { beginItem } from "@/lib/billing/items/begin-item";
import { settleItem } from "@/lib/billing/items/settle-item";
import { itemsOf, ownItem } from "@/lib/billing/queries/own-items";
import { stripe } from "@/lib/stripe/client";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { openShop, pay } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { letTimePass } from "../support/subscribers";
import { aBuyer, begin, canRead, hear, paymentsOf } from "./buyers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

test("a part given back closes nothing, all of it does, and it can be bought again", async () => {
  const { userId, payment } = await aBuyer();
  await stripe().refunds.create({ payment_intent: payment, amount: 900 });
  await hear();
  expect(await canRead(userId)).toBe(true);
  await stripe().refunds.create({ payment_intent: payment });
  await hear();
  expect(await canRead(userId)).toBe(false);
  expect((await accessFor(userId)).closed).toEqual([
    { feature: "handbook", reason: "returned", since: expect.any(Date) },
  ]);
  expect(await itemsOf(userId)).toEqual([]);
  expect(await ownItem(userId, { payment })).toMatchObject({ returnedOn: expect.any(Date) });
  const again = await begin(userId);
  expect(intentIdOf(again)).not.toBe(payment);
  await pay(again);
  await settleItem({ userId, clientSecret: again });
  expect(await canRead(userId)).toBe(true);
  expect((await accessFor(userId)).closed).toEqual([]);
  expect(await paymentsOf(userId)).toHaveLength(2);
});

test("a late word of the payment, heard after the refund, opens nothing", async () => {
  const userId = await aPerson();
  const clientSecret = await begin(userId);
  await pay(clientSecret);
  const payment = intentIdOf(clientSecret) ?? "";
  await stripe().refunds.create({ payment_intent: payment });
  await settleItem({ userId, clientSecret });
  expect(await canRead(userId)).toBe(false);
  await hear();
  expect(await canRead(userId)).toBe(false);
});

test("a dispute closes nothing while it is open, and closes when it is lost", async () => {
  const { userId, payment } = await aBuyer("pm_card_createDispute");
  await hear();
  expect(await canRead(userId)).toBe(true);
  const { data } = await stripe().disputes.list({ payment_intent: payment });
  await stripe().disputes.close(data[0]?.id ?? "");
  await hear();
  expect(await canRead(userId)).toBe(false);
});

/** A buyer whose money was on its way back, and is about to turn out not to have arrived. */
async function aBuyerGivenBack() {
  const buyer = await aBuyer("pm_card_refundFail");
  await stripe().refunds.create({ payment_intent: buyer.payment });
  await hear();
  expect(await canRead(buyer.userId)).toBe(false);
  return buyer;
}

async function letRefundFail(): Promise<void> {
  await letTimePass(1);
  await hear();
}

test("money that couldn't be given back leaves its buyer what they paid for, and sells it no second time", async () => {
  const { userId, payment } = await aBuyerGivenBack();
  await letRefundFail();
  expect(await canRead(userId)).toBe(true);
  expect(await itemsOf(userId)).toMatchObject([{ returnedOn: null }]);
  expect(await beginItem({ userId, item: "handbook" })).toEqual({ outcome: "already_yours" });
  expect((await paymentsOf(userId)).map(({ id }) => id)).toEqual([payment]);
});

test("a second purchase that was begun and not paid takes it from nobody: it is open, and among what they have", async () => {
  const { userId, payment } = await aBuyerGivenBack();
  await begin(userId);
  expect(await itemsOf(userId)).toEqual([]);
  expect((await ownItem(userId, { payment }))?.returnedOn).toEqual(expect.any(Date));
  await letRefundFail();
  expect(await canRead(userId)).toBe(true);
  expect(await itemsOf(userId)).toMatchObject([{ returnedOn: null }]);
  expect(await ownItem(userId, { payment })).toMatchObject({ returnedOn: null });
  expect(await beginItem({ userId, item: "handbook" })).toEqual({ outcome: "already_yours" });
});

test("where it has been bought again meanwhile, the second purchase stays the one that is theirs", async () => {
  const { userId, payment } = await aBuyerGivenBack();
  const clientSecret = await begin(userId);
  await pay(clientSecret);
  await settleItem({ userId, clientSecret });
  await letRefundFail();
  const [first, second] = [await ownItem(userId, { payment }), (await itemsOf(userId))[0]];
  expect([first?.returnedOn, second?.returnedOn]).toEqual([expect.any(Date), null]);
  expect(await canRead(userId)).toBe(true);
  expect(await db.execute(`select id from stripe.events where status <> 'processed'`)).toEqual([]);
});
