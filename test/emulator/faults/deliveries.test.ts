import { afterEach, beforeEach, expect, test } from "vitest";
import { type Admin, adminOf } from "../support/admin";
import { type Receiver, startReceiver } from "../support/receiver";
import { customerWith, openShop } from "../support/shop";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

const SECRET = "whsec_test";
let emulator: StartedEmulator;
let receiver: Receiver;
let admin: Admin;

beforeEach(async () => {
  receiver = await startReceiver();
  emulator = await startEmulator({
    deliveries: { concurrency: 1, retries: [3600, 3600, 3600], timeoutMilliseconds: 1_000 },
  });
  admin = adminOf(emulator);
  await admin.post("listen", { forward_to: receiver.url, secret: SECRET });
});
afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

const bodies = () => receiver.received.map(({ body }) => JSON.parse(body));
const names = () => bodies().map(({ data }) => data.object.name);
const create = (...wanted: string[]) =>
  wanted.reduce<Promise<unknown>>(
    (before, name) => before.then(() => emulator.stripe().customers.create({ name })),
    Promise.resolve(),
  );
const flush = () => admin.post("deliveries/flush");
const verified = (index: number, tolerance?: number) =>
  emulator
    .stripe()
    .webhooks.constructEvent(
      String(receiver.received[index]?.body),
      String(receiver.received[index]?.signature),
      SECRET,
      tolerance,
    );

test("a duplicate is the same event again", async () => {
  await admin.fault({ action: "duplicate", amount: 2 });
  await create("A");
  await flush();
  expect(new Set(bodies().map(({ id }) => id)).size).toBe(1);
  expect(receiver.received).toHaveLength(3);
  expect((await emulator.stripe().events.list()).data).toMatchObject([{ pending_webhooks: 0 }]);
});

test("a duplicate under a new id is another event about the same thing", async () => {
  await admin.fault({ action: "duplicate_new_id" });
  await create("A");
  await flush();
  const [first, second] = bodies();
  expect(second.id).not.toBe(first.id);
  expect(second.data).toEqual(first.data);
  expect((await emulator.stripe().events.retrieve(second.id)).type).toBe("customer.created");
});

test("a reordered event arrives behind as many later ones as were asked for", async () => {
  await admin.fault({ action: "reorder", amount: 2, nth: 1 });
  await create("A", "B", "C", "D");
  await expect.poll(() => names().length).toBe(4);
  expect(names()).toEqual(["B", "C", "A", "D"]);
});

test("nothing is held for ever: what waits for later events that don't come is delivered by hand", async () => {
  await admin.fault({ action: "reorder", amount: 5, nth: 1 });
  await create("A", "B");
  await flush();
  expect(names()).toEqual(["B", "A"]);
});

test("a late one lets others pass, and comes when it is due", async () => {
  await admin.fault({ action: "late", amount: 0.3, nth: 1 });
  await create("A", "B");
  await expect.poll(() => names()).toEqual(["B", "A"]);
});

test("a dropped event isn't delivered, until it is sent again by hand", async () => {
  await admin.fault({ action: "drop", event: "customer.created", times: 1 });
  await create("A", "B");
  await flush();
  expect(names()).toEqual(["B"]);
  const { json } = await admin.get("deliveries?outcome=dropped");
  const [delivery] = Array.isArray(json.data) ? json.data : [];
  await admin.post("events/resend", { event: delivery.event, endpoint: delivery.endpoint });
  await flush();
  expect(names()).toEqual(["B", "A"]);
});

test("one that is lost until the second retry arrives then", async () => {
  await admin.fault({ action: "drop_until_retry", amount: 2 });
  await create("A");
  await expect
    .poll(async () => (await admin.get("deliveries")).json)
    .toMatchObject({
      data: [{ attempts: [{ status: null }] }],
    });
  await flush();
  expect(names()).toEqual([]);
  await flush();
  expect(names()).toEqual(["A"]);
});

test("a wrong signature and an old time are refused by the SDK", async () => {
  await admin.fault({ action: "wrong_signature", nth: 1 });
  await admin.fault({ action: "old_timestamp", amount: 600, nth: 2 });
  await create("A", "B", "C");
  await flush();
  expect(() => verified(0)).toThrow(/No signatures found/);
  expect(() => verified(1)).toThrow(/tolerance/);
  expect(verified(1, 1_000).type).toBe("customer.created");
  expect(verified(2).type).toBe("customer.created");
});

test("an event of an older version has the shapes of that version", async () => {
  const shop = await openShop(emulator, "test");
  const customer = await customerWith(shop.stripe, "pm_card_visa");
  await flush();
  await admin.fault({ action: "old_version", event: "*.created" });
  receiver.received.splice(0);
  await shop.stripe.subscriptions.create({ customer: customer.id, items: [{ price: shop.monthly.id }] });
  await flush();
  const one = (type: string) => bodies().find((event) => event.type === type);
  const subscription = one("customer.subscription.created");
  expect(subscription.api_version).toBe("2024-06-20");
  expect(subscription.data.object.current_period_end).toBeGreaterThan(0);
  expect(subscription.data.object.items.data[0]).not.toHaveProperty("current_period_end");
  expect(one("invoice.created").data.object.subscription).toBe(subscription.data.object.id);
  expect(one("invoice.paid")).toMatchObject({ api_version: "2026-10-28.endive" });
});

test("an event can be there before the request is answered", async () => {
  await admin.fault({ action: "before_answer" });
  await create("A");
  expect(names()).toEqual(["A"]);
});

test("an event can wait until the request is answered", async () => {
  await admin.fault({ action: "after_answer" });
  await admin.fault({ action: "slow_answer", amount: 200 });
  const answered = create("A").then(() => receiver.received.length);
  expect(await answered).toBe(0);
  await expect.poll(() => names()).toEqual(["A"]);
});

test("a rule is for the endpoint it names, and no other", async () => {
  const other = await startReceiver();
  await admin.post("listen", { forward_to: other.url, secret: SECRET });
  await admin.fault({ action: "drop", endpoint: other.url });
  await create("A");
  await flush();
  expect([receiver.received.length, other.received.length]).toEqual([1, 0]);
  await other.stop();
});

test("a disabled endpoint gets nothing by hand either", async () => {
  await create("A");
  await flush();
  const [endpoint] = (await emulator.stripe().webhookEndpoints.list()).data;
  const [event] = (await emulator.stripe().events.list()).data;
  await emulator.stripe().webhookEndpoints.update(String(endpoint?.id), { disabled: true });
  const answer = await admin.post("events/resend", { event: event?.id, endpoint: endpoint?.id });
  expect(answer.status).toBe(400);
  expect((await admin.post("events/resend", { event: "evt_none", endpoint: endpoint?.id })).status).toBe(400);
  await flush();
  expect(receiver.received).toHaveLength(1);
});

test("a rule of an event's work that is undone has not been used up", async () => {
  await admin.fault({ action: "drop", nth: 1 });
  await emulator.request("POST", "/v1/prices", { body: "currency=usd&unit_amount=-1&product_data[name]=P" });
  await create("A");
  await flush();
  expect(names()).toEqual([]);
});

test("the log is found by event, type, endpoint and what came of it", async () => {
  await create("A");
  await emulator.stripe().products.create({ name: "P" });
  await flush();
  const found = async (query: string) => {
    const { json } = await admin.get(`deliveries?${query}`);
    return Array.isArray(json.data) ? json.data.length : -1;
  };
  const [event] = bodies();
  expect(await found("")).toBe(2);
  expect(await found(`event=${event.id}`)).toBe(1);
  expect(await found("type=product.*")).toBe(1);
  expect(await found("outcome=succeeded")).toBe(2);
  expect(await found("outcome=failed")).toBe(0);
  expect(await found("endpoint=we_none")).toBe(0);
});
