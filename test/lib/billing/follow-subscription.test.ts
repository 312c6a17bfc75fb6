import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { subscriptions } from "@/db/schema/stripe/subscriptions";
import { fillSlot, reserveSlot } from "@/lib/billing/checkout/slots";
import { followSubscription } from "@/lib/billing/follow-subscription";
import { handlers } from "@/lib/billing/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { delivery, event, newId, now } from "@/test/lib/stripe/support/events";
import { useFakeStripe } from "@/test/lib/stripe/support/fake-stripe";
import { useTestDatabase } from "@/test/support/use-database";
import { aPrice, aProduct, aSubscription } from "./support/mirrored";
import { aCustomer } from "./support/people";
import { slotsOf } from "./support/slots";

useTestDatabase();
const stripe = useFakeStripe();

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

test("one that ends while it is being looked at keeps no place: whoever changes it is waited for", async () => {
  const { userId, customer } = await aCustomer();
  const price = await aPrice(await aProduct());
  const slot = await reserveSlot(userId, price.id, "-");
  const { id } = await aSubscription(customer, [price], { metadata: { slot: slot.id } });
  const ended = { id, customer, status: "canceled", metadata: { slot: slot.id } };
  let late: Promise<void> | undefined;
  await db.transaction(async (tx) => {
    await tx.update(subscriptions).set({ data: ended }).where(eq(subscriptions.id, id));
    await followSubscription(tx, id);
    late = follow(id);
    // Time enough for it to be done, if it doesn't wait.
    await Promise.race([late, sleep(300)]);
  });
  await late;
  expect(await slotsOf(userId)).toMatchObject([{ subscription: null, released: false }]);
});

test("told of its beginning and its end at once, in either order, it leaves the place free", async () => {
  const price = await aPrice(await aProduct());
  for (let round = 0; round < 20; round++) {
    const { userId, customer } = await aCustomer();
    const object = { id: newId("sub"), object: "subscription", customer, items: { data: [{ price }] } };
    const told = [
      event("customer.subscription.created", { ...object, status: "active" }, { created: now() - 5 }),
      event("customer.subscription.deleted", { ...object, status: "canceled" }),
    ];
    // Where the two meet, Stripe is asked.
    stripe.has(`/v1/subscriptions/${object.id}`, { ...object, status: "canceled" });
    const order = round % 2 === 0 ? told : told.toReversed();
    const answers = await Promise.all(order.map((one) => receive(delivery(one), { handlers })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await slotsOf(userId)).filter(({ released }) => !released)).toEqual([]);
  }
});

test("a subscription of a customer who isn't ours is nobody's", async () => {
  const price = await aPrice(await aProduct());
  const { id } = await aSubscription("cus_unknown", [price]);
  await expect(follow(id)).resolves.toBeUndefined();
});
