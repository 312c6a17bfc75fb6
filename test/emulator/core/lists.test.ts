import type Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openShop } from "../support/shop";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

let emulator: StartedEmulator;
let stripe: Stripe;
/** Newest first, as lists are. */
let ids: string[];

beforeAll(async () => {
  emulator = await startEmulator();
  stripe = emulator.stripe();
  ids = [];
  for (let count = 0; count < 25; count++) {
    const { id } = await stripe.customers.create({ email: count % 2 === 0 ? "even@x.test" : "odd@x.test" });
    ids.unshift(id);
  }
});
afterAll(() => emulator.stop());

const shown = (list: Stripe.ApiList<{ id: string }>) => list.data.map(({ id }) => id);

test("a list starts with the newest and has ten unless asked otherwise", async () => {
  const list = await stripe.customers.list();
  expect(shown(list)).toEqual(ids.slice(0, 10));
  expect(list).toMatchObject({ object: "list", has_more: true, url: "/v1/customers" });
});

test("cursors lead both ways, without what they name", async () => {
  const second = await stripe.customers.list({ limit: 5, starting_after: String(ids[4]) });
  expect(shown(second)).toEqual(ids.slice(5, 10));
  const back = await stripe.customers.list({ limit: 3, ending_before: String(ids[10]) });
  expect(shown(back)).toEqual(ids.slice(7, 10));
  expect(back.has_more).toBe(true);
  expect(shown(await stripe.customers.list({ ending_before: String(ids[2]) }))).toEqual(ids.slice(0, 2));
});

test("the SDK's own paging sees each object once", async () => {
  const seen: string[] = [];
  for await (const { id } of stripe.customers.list({ limit: 7 })) seen.push(id);
  expect(seen).toEqual(ids);
});

test("a limit outside of 1 to 100 is brought within", async () => {
  expect((await stripe.customers.list({ limit: 0 })).data).toHaveLength(1);
  expect((await stripe.customers.list({ limit: 1000 })).data).toHaveLength(25);
  await expect(stripe.customers.list({ limit: 1.5 })).rejects.toMatchObject({
    code: "parameter_invalid_integer",
  });
});

test("a cursor that names nothing is told before two of them are refused", async () => {
  const both = { starting_after: "cus_x", ending_before: String(ids[0]) };
  await expect(stripe.customers.list(both)).rejects.toMatchObject({
    code: "resource_missing",
    param: "starting_after",
    statusCode: 400,
  });
  await expect(stripe.customers.list({ ...both, starting_after: String(ids[1]) })).rejects.toThrow(
    "Received both",
  );
});

test("a list of what an object holds goes one way at a time, too", async () => {
  const { stripe: seller, monthly } = await openShop(emulator, "held");
  const { id: customer } = await seller.customers.create();
  const { id: subscription, items } = await seller.subscriptions.create({
    customer,
    items: [{ price: monthly.id }],
    payment_behavior: "default_incomplete",
  });
  const item = items.data[0]?.id ?? "";
  const both = { ending_before: item, starting_after: item, subscription };
  await expect(seller.subscriptionItems.list(both)).rejects.toThrow("Received both");
});

test("nothing is listed of a customer who never was, and of a deleted one what is left", async () => {
  const lists = ["charges", "invoices", "payment_intents", "payment_methods", "subscriptions"];
  const gone = await stripe.customers.create();
  await stripe.customers.del(gone.id);
  for (const list of lists) {
    const unknown = await emulator.request("GET", `/v1/${list}?customer=cus_nope`);
    expect(unknown, list).toMatchObject({
      json: { error: { code: "resource_missing", param: "customer" } },
      status: 400,
    });
    const left = await emulator.request("GET", `/v1/${list}?customer=${gone.id}`);
    expect(left, list).toMatchObject({ json: { data: [] }, status: 200 });
  }
  const methods = stripe.customers.listPaymentMethods("cus_nope");
  await expect(methods).rejects.toMatchObject({ param: "id", statusCode: 404 });
});

test("an index and a cursor go together", async () => {
  const odd = ids.filter((_, index) => index % 2 === 1);
  const [first] = ids;
  const list = await stripe.customers.list({
    email: "odd@x.test",
    limit: 100,
    starting_after: String(first),
  });
  expect(shown(list)).toEqual(odd);
});

test("deleted customers leave lists and stay known by their stub", async () => {
  const other = emulator.stripe("deleting");
  const { id } = await other.customers.create();
  expect(await other.customers.del(id)).toMatchObject({ id, object: "customer", deleted: true });
  expect((await other.customers.list()).data).toEqual([]);
  expect(await other.customers.retrieve(id)).toMatchObject({ id, object: "customer", deleted: true });
  await expect(other.customers.update(id, { name: "x" })).rejects.toMatchObject({ statusCode: 404 });
});

test("created takes a time or a range", async () => {
  const { created } = (await stripe.customers.list({ limit: 1 })).data[0] ?? { created: 0 };
  expect((await stripe.customers.list({ created: { gt: created } })).data).toEqual([]);
  expect((await stripe.customers.list({ created: { lte: created }, limit: 100 })).data).toHaveLength(25);
  expect((await stripe.customers.list({ created: { lt: 1 } })).data).toEqual([]);
});
