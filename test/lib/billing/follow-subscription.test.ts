import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { subscriptions } from "@/db/schema/stripe/subscriptions";
import { followSubscription } from "@/lib/billing/follow-subscription";
import { fillSlot, reserveSlot } from "@/lib/billing/slots";
import { useTestDatabase } from "@/test/support/use-database";
import { aPrice, aProduct, aSubscription } from "./support/mirrored";
import { aCustomer } from "./support/people";
import { slotsOf } from "./support/slots";

useTestDatabase();

const follow = (id: string) => db.transaction((tx) => followSubscription(tx, id));

test("the slot of a subscription that has ended is free again", async () => {
  const { userId, customer } = await aCustomer();
  const price = await aPrice(await aProduct());
  const slot = await reserveSlot(userId, price.id, "-");
  const { id } = await aSubscription(customer, [price], { status: "canceled" });
  await fillSlot(slot.id, id);
  await follow(id);
  await follow(id);
  expect(await slotsOf(userId)).toEqual([{ id: slot.id, subscription: id, released: true }]);
});

test("a slot whose purchase never wrote its subscription down gets it from the event", async () => {
  const { userId, customer } = await aCustomer();
  const price = await aPrice(await aProduct());
  const slot = await reserveSlot(userId, price.id, "-");
  const { id } = await aSubscription(customer, [price], {
    status: "incomplete",
    metadata: { slot: slot.id },
  });
  await follow(id);
  expect(await slotsOf(userId)).toEqual([{ id: slot.id, subscription: id, released: false }]);
});

test("a subscription made by an administrator takes the place of its owner", async () => {
  const { userId, customer } = await aCustomer();
  const price = await aPrice(await aProduct());
  const { id } = await aSubscription(customer, [price]);
  await follow(id);
  await follow(id);
  expect(await slotsOf(userId)).toMatchObject([{ subscription: id, released: false }]);
});

test("a second live subscription leaves the place with the first", async () => {
  const { userId, customer } = await aCustomer();
  const price = await aPrice(await aProduct());
  const first = await aSubscription(customer, [price]);
  const second = await aSubscription(customer, [price]);
  await follow(first.id);
  await follow(second.id);
  expect(await slotsOf(userId)).toMatchObject([{ subscription: first.id }]);
  const ended = { id: second.id, customer, status: "canceled" };
  await db.update(subscriptions).set({ data: ended }).where(eq(subscriptions.id, second.id));
  await follow(second.id);
  expect((await slotsOf(userId)).filter(({ released }) => !released)).toMatchObject([
    { subscription: first.id },
  ]);
});

test("a slot named by somebody else's subscription stays with its owner", async () => {
  const [mine, theirs] = await Promise.all([aCustomer(), aCustomer()]);
  const price = await aPrice(await aProduct());
  const slot = await reserveSlot(mine.userId, price.id, "-");
  const { id } = await aSubscription(theirs.customer, [price], { metadata: { slot: slot.id } });
  await follow(id);
  expect(await slotsOf(mine.userId)).toMatchObject([{ subscription: null }]);
  expect(await slotsOf(theirs.userId)).toMatchObject([{ subscription: id }]);
});

test("a subscription of a customer who isn't ours is nobody's", async () => {
  const price = await aPrice(await aProduct());
  const { id } = await aSubscription("cus_unknown", [price]);
  await expect(follow(id)).resolves.toBeUndefined();
});
