import { expect, test } from "vitest";
import { db } from "@/db/client";
import { customers } from "@/db/schema/stripe/people";
import { useTestDatabase } from "@/test/support/use-database";
import { event, newId, now } from "../support/events";
import { useFakeStripe } from "../support/fake-stripe";
import { changed, customer, mirrored, noted, send, transactions } from "../support/sending";
import { sendTogether } from "../support/sending-together";

useTestDatabase();
const stripe = useFakeStripe();

const charge = (owner: string) => ({ id: newId("ch"), object: "charge", customer: owner });

test("events that come while others are written are taken in by one transaction, whatever their types", async () => {
  const objects = [
    customer("one"),
    { ...charge("cus_1"), id: newId("in"), object: "invoice" },
    { id: newId("sub"), object: "subscription", customer: "cus_1", status: "active", test_clock: null },
  ];
  const all = objects.map((object) => event(`${object.object}.updated`, object));
  expect(await sendTogether(all)).toEqual(
    Array(3).fill({ status: 200, received: true, result: "processed" }),
  );
  expect(await transactions(all)).toBe(1);
  expect(await mirrored(objects[0] ?? { id: "" })).toMatchObject({ data: objects[0], revision: 1 });
  for (const sent of all) {
    expect(await noted(sent)).toMatchObject({ status: "processed", payload: sent, deliveries: 1 });
  }
});

test("the same event twice at once is processed once", async () => {
  const [sent, ...others] = ["one", "two", "three"].map((name) => changed(customer(name)));
  if (!sent) throw new Error("Nothing is sent.");
  const answers = await sendTogether([sent, ...others, sent]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(answers.filter(({ result }) => result === "duplicate")).toHaveLength(1);
  expect(await transactions(others)).toBe(1);
  expect(await noted(sent)).toMatchObject({ deliveries: 2, attempts: 1, status: "processed" });
});

test("an event that was processed before changes nothing, whoever comes with it", async () => {
  const object = customer("one");
  const sent = changed(object);
  await send(sent);
  const before = await mirrored(object);
  const answers = await sendTogether([changed(customer("other")), sent]);
  expect(answers.map(({ result }) => result)).toEqual(["processed", "duplicate"]);
  expect(await mirrored(object)).toEqual(before);
  expect(await noted(sent)).toMatchObject({ deliveries: 2, attempts: 1 });
});

test.each(["older first", "newer first"])(
  "of two events at once about one object, the %s, the newer is kept",
  async (order) => {
    const object = customer("new");
    // Asked for the older one where the newer is written in the very middle of its statement.
    stripe.has(`/v1/customers/${object.id}`, object);
    const pair = [changed({ ...object, name: "old" }, { created: now() - 9 }), changed(object)];
    const [first, second] = order === "newer first" ? pair.toReversed() : pair;
    const all = [first, second, changed(customer("other"))].filter((sent) => sent !== undefined);
    expect((await sendTogether(all)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await transactions(pair)).toBe(2);
    expect(await mirrored(object)).toMatchObject({ name: "new" });
  },
);

test("of two events at once about one object in one second, Stripe says which is the newer", async () => {
  const object = customer("truth");
  stripe.has(`/v1/customers/${object.id}`, object);
  const created = now();
  const all = ["one", "two"].map((name) => changed({ ...object, name }, { created }));
  expect((await sendTogether(all)).map(({ status }) => status)).toEqual([200, 200]);
  expect(await mirrored(object)).toMatchObject({ name: "truth" });
});

test("what belongs to a customer on a test clock is fetched, and its neighbours are believed", async () => {
  const [simulated, real] = [customer("simulated"), customer("real")];
  await send(changed(real));
  await db.insert(customers).values({
    ...{ id: simulated.id, asOfFrom: new Date(), asOfTo: new Date() },
    data: { ...simulated, test_clock: "clock_1" },
  });
  const charges = [charge(simulated.id), charge(real.id), charge("cus_unknown")];
  for (const { id, ...rest } of charges) stripe.has(`/v1/charges/${id}`, { id, ...rest });
  await sendTogether(charges.map((object) => event("charge.succeeded", object)));
  const fetched = [charges[0], charges[2]].map((object) => `/v1/charges/${object?.id}`);
  expect([...stripe.asked].sort()).toEqual(fetched.sort());
});

test("bodies of almost a megabyte come one by one", async () => {
  const all = Array.from({ length: 3 }, () => changed({ ...customer("large"), text: "x".repeat(990_000) }));
  expect((await sendTogether(all)).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await transactions(all)).toBe(3);
});
