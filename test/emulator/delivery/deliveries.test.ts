import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Receiver, startReceiver } from "../support/receiver";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

const SECRET = "whsec_test";
let emulator: StartedEmulator;
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
  emulator = await startEmulator({
    deliveries: { concurrency: 1, retries: [3600, 3600], timeoutMilliseconds: 300 },
  });
});
afterEach(async () => {
  await emulator.stop();
  await receiver.stop();
});

const admin = (path: string, body: object = {}) =>
  emulator.request("POST", `/_emulator/${path}`, { body: JSON.stringify(body) });
const listen = () => admin("listen", { forward_to: receiver.url, secret: SECRET });
const flush = () => admin("deliveries/flush");
const types = () => receiver.received.map(({ body }) => JSON.parse(body).type);
async function deliveries(): Promise<
  { next_attempt: number | null; attempts: { status: number | null }[] }[]
> {
  const { json } = await emulator.request("GET", "/_emulator/deliveries");
  return Array.isArray(json.data) ? json.data : [];
}

test("events arrive signed, in their order, and the SDK accepts them", async () => {
  await listen();
  const stripe = emulator.stripe();
  const customer = await stripe.customers.create({ name: "A" });
  await stripe.customers.update(customer.id, { name: "B" });
  await stripe.customers.del(customer.id);
  await flush();
  expect(types()).toEqual(["customer.created", "customer.updated", "customer.deleted"]);
  for (const { body, signature } of receiver.received) {
    expect(stripe.webhooks.constructEvent(body, signature, SECRET).object).toBe("event");
    expect(() => stripe.webhooks.constructEvent(`${body} `, signature, SECRET)).toThrow();
  }
});

test("an event waits on its endpoints until they have it", async () => {
  receiver.answers.push(500);
  await listen();
  await emulator.stripe().customers.create();
  await expect.poll(() => receiver.received.length).toBe(1);
  await expect.poll(async () => (await deliveries())[0]?.attempts.length).toBe(1);
  expect((await emulator.stripe().events.list()).data[0]?.pending_webhooks).toBe(1);
  await flush();
  expect(receiver.received).toHaveLength(2);
  expect(receiver.received[0]?.body).not.toBe("");
  expect((await emulator.stripe().events.list()).data[0]?.pending_webhooks).toBe(0);
  expect((await deliveries())[0]).toMatchObject({
    next_attempt: null,
    attempts: [{ status: 500, answer: "noted" }, { status: 200 }],
  });
});

test("a redirect is a failure, and after the last retry there is none", async () => {
  receiver.answers.push(302, 404, 503);
  await listen();
  await emulator.stripe().customers.create();
  for (const attempts of [1, 2, 3]) {
    await expect.poll(async () => (await deliveries())[0]?.attempts.length).toBe(attempts);
    await flush();
  }
  expect((await deliveries())[0]).toMatchObject({ next_attempt: null });
  expect(receiver.received).toHaveLength(3);
});

test("nobody there, or nobody in time, is noted as a failed attempt", async () => {
  await admin("listen", { forward_to: "http://127.0.0.1:1/", secret: SECRET });
  await emulator.stripe().customers.create();
  await flush();
  expect((await deliveries())[0]?.attempts[0]).toMatchObject({
    status: null,
    answer: expect.stringContaining("fetch failed"),
  });
});

test("a disabled or deleted endpoint gets nothing, not even what waits", async () => {
  await listen();
  const stripe = emulator.stripe();
  const [endpoint] = (await stripe.webhookEndpoints.list()).data;
  receiver.answers.push(500);
  await stripe.customers.create();
  await expect.poll(async () => (await deliveries())[0]?.attempts.length).toBe(1);
  await stripe.webhookEndpoints.update(String(endpoint?.id), { disabled: true });
  await stripe.customers.create();
  await flush();
  expect(receiver.received).toHaveLength(1);
  expect(await deliveries()).toHaveLength(1);
  await stripe.webhookEndpoints.del(String(endpoint?.id));
  await stripe.customers.create();
  await flush();
  expect(receiver.received).toHaveLength(1);
});

test("an endpoint gets only the types it asked for", async () => {
  await admin("listen", { forward_to: receiver.url, secret: SECRET, enabled_events: ["product.created"] });
  await emulator.stripe().customers.create();
  await emulator.stripe().products.create({ name: "P" });
  await flush();
  expect(types()).toEqual(["product.created"]);
});

test("listening twice to one address is one endpoint, with the newer secret", async () => {
  await listen();
  await admin("listen", { forward_to: receiver.url, secret: "whsec_newer" });
  await emulator.stripe().customers.create();
  await flush();
  const [only, ...others] = receiver.received;
  expect(others).toEqual([]);
  expect(
    emulator.stripe().webhooks.constructEvent(String(only?.body), String(only?.signature), "whsec_newer"),
  ).toBeTruthy();
});

test("what waits for a retry outlives a restart", async () => {
  const data = mkdtempSync(join(tmpdir(), "stand-in-"));
  await emulator.stop();
  const options = { data, deliveries: { concurrency: 1, retries: [3600], timeoutMilliseconds: 300 } };
  emulator = await startEmulator(options);
  receiver.answers.push(500);
  await listen();
  await emulator.stripe().customers.create();
  await expect.poll(async () => (await deliveries())[0]?.attempts.length).toBe(1);
  await emulator.stop();
  emulator = await startEmulator(options);
  await flush();
  expect(types()).toEqual(["customer.created", "customer.created"]);
  rmSync(data, { recursive: true });
});

test("a reset forgets objects, endpoints and deliveries of this account alone", async () => {
  await listen();
  await emulator.stripe("other").customers.create();
  await emulator.stripe().customers.create();
  await admin("reset");
  expect(await deliveries()).toEqual([]);
  expect((await emulator.stripe().customers.list()).data).toEqual([]);
  expect((await emulator.stripe().webhookEndpoints.list()).data).toEqual([]);
  expect((await emulator.stripe("other").customers.list()).data).toHaveLength(1);
});

test("admin requests that can't be read are refused", async () => {
  expect((await emulator.request("POST", "/_emulator/listen", { body: "{" })).status).toBe(400);
  expect((await admin("listen", { forward_to: "nowhere", secret: SECRET })).status).toBe(400);
  expect((await admin("listen", { forward_to: receiver.url })).status).toBe(400);
  expect((await admin("nonsense")).status).toBe(404);
  expect((await emulator.request("GET", "/_emulator/events", { key: "pk_test_test" })).status).toBe(401);
  expect(
    (await emulator.request("GET", "/_emulator/health", { headers: { Authorization: "" } })).json,
  ).toEqual({ ok: true });
});
