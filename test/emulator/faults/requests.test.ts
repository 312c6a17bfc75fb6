import Stripe from "stripe";
import { beforeEach, expect, test } from "vitest";
import { type Admin, adminOf } from "../support/admin";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

let accounts = 0;
let account = "";
let admin: Admin;
beforeEach(() => {
  account = `faulty${++accounts}`;
  admin = adminOf(emulator, account);
});

const sdk = (maxNetworkRetries = 2) => emulator.stripe(account, { maxNetworkRetries });
const customers = async () => (await sdk().customers.list({ limit: 100 })).data.length;
const created = async () => (await sdk().events.list({ type: "customer.created" })).data.length;
const failure = async (promise: Promise<unknown>) =>
  promise.then(() => null).catch((error: unknown) => error);
const post = (headers: Record<string, string> = {}) =>
  emulator.request("POST", "/v1/customers", { key: `sk_test_${account}`, body: "name=A", headers });

test.each(["cut_before", "cut_after", "lock_timeout", "key_in_use", "error_before"])(
  "after %s the SDK's retry succeeds and nothing is there twice",
  async (action) => {
    await admin.fault({ action, method: "POST", nth: 1 });
    const customer = await sdk().customers.create({ name: "Once" });
    expect(customer.name).toBe("Once");
    expect([await customers(), await created()]).toEqual([1, 1]);
    expect((await admin.get("faults")).json).toMatchObject({ data: [{ action, seen: 2, fired: 1 }] });
  },
);

test("a retry after a connection cut when the work was done gets the answer that was lost", async () => {
  await admin.fault({ action: "cut_after", method: "POST", times: 2 });
  const customer = await sdk().customers.create({ name: "Once" });
  expect(customer.lastResponse.headers["idempotent-replayed"]).toBe("true");
  expect((await sdk().customers.list()).data.map(({ id }) => id)).toEqual([customer.id]);
});

test("without a retry, a cut connection is an error: the work done or not as the fault says", async () => {
  // A connection that is closed on it makes the SDK try once more, whatever it is told.
  await admin.fault({ action: "cut_before", times: 2 });
  expect(await failure(sdk(0).customers.create())).toBeInstanceOf(Stripe.errors.StripeConnectionError);
  expect(await customers()).toBe(0);
  await admin.fault({ action: "cut_after", method: "POST", times: 2 });
  expect(await failure(sdk(0).customers.create())).toBeInstanceOf(Stripe.errors.StripeConnectionError);
  expect(await customers()).toBe(1);
});

test("an error after the work is kept for the key, as Stripe keeps it: the work is done once", async () => {
  await admin.fault({ action: "error_after", method: "POST", nth: 1 });
  expect(await failure(sdk().customers.create({ name: "Once" }))).toBeInstanceOf(
    Stripe.errors.StripeAPIError,
  );
  expect([await customers(), await created()]).toEqual([1, 1]);
});

test("too many requests is for the caller to handle", async () => {
  await admin.fault({ action: "rate_limit", nth: 1 });
  const error = await failure(sdk().customers.create());
  expect(error).toBeInstanceOf(Stripe.errors.StripeRateLimitError);
  expect(error).toMatchObject({ code: "rate_limit", statusCode: 429 });
  expect(await customers()).toBe(0);
});

test("a locked object's answer asks for a retry and has no request id", async () => {
  await admin.fault({ action: "lock_timeout", nth: 1 });
  const answer = await post();
  expect(answer.status).toBe(429);
  expect(answer.json).toMatchObject({ error: { code: "lock_timeout", type: "invalid_request_error" } });
  expect([answer.headers.get("stripe-should-retry"), answer.headers.get("request-id")]).toEqual([
    "true",
    null,
  ]);
});

test("a key whose request is still going on is refused with 409, then replayed", async () => {
  await admin.fault({ action: "delay", amount: 2_000, nth: 1 });
  const headers = { "Idempotency-Key": "slow" };
  const first = post(headers);
  await expect.poll(async () => (await admin.get("faults")).json).toMatchObject({ data: [{ fired: 1 }] });
  const second = await post(headers);
  expect(second.status).toBe(409);
  expect(second.json).toMatchObject({ error: { code: "idempotency_key_in_use" } });
  expect(second.headers.get("stripe-should-retry")).toBe("true");
  const done = await first;
  expect(done.status).toBe(200);
  expect((await post(headers)).text).toBe(done.text);
  expect(await customers()).toBe(1);
});

test("the same key of another account is not the same key", async () => {
  await admin.fault({ action: "delay", amount: 300, nth: 1 });
  const first = post({ "Idempotency-Key": "shared" });
  await expect.poll(async () => (await admin.get("faults")).json).toMatchObject({ data: [{ fired: 1 }] });
  const other = await emulator.request("POST", "/v1/customers", {
    key: "sk_test_elsewhere",
    body: "name=A",
    headers: { "Idempotency-Key": "shared" },
  });
  expect([other.status, (await first).status]).toEqual([200, 200]);
});

test("a slow answer is whole in the end", async () => {
  await admin.fault({ action: "slow_answer", amount: 200, nth: 1 });
  const started = performance.now();
  expect((await sdk().customers.create({ name: "Patience" })).name).toBe("Patience");
  expect(performance.now() - started).toBeGreaterThan(150);
});

test.each([
  ["hang_before", 0],
  ["hang_after", 1],
])("%s: the SDK gives up, and what is done is as the fault says", async (action, done) => {
  await admin.fault({ action, method: "POST", nth: 1 });
  const hasty = emulator.stripe(account, { maxNetworkRetries: 0, timeout: 1_000 });
  expect(await failure(hasty.customers.create())).toBeInstanceOf(Stripe.errors.StripeConnectionError);
  expect(await customers()).toBe(done);
});

test("after giving up on an answer that never came, the retry gets it", async () => {
  await admin.fault({ action: "hang_after", method: "POST", nth: 1 });
  const hasty = emulator.stripe(account, { maxNetworkRetries: 2, timeout: 1_000 });
  expect((await hasty.customers.create({ name: "Once" })).name).toBe("Once");
  expect([await customers(), await created()]).toEqual([1, 1]);
});

test("an answer that is cut in its middle is an error, which the SDK leaves to its caller; the key then gives it whole", async () => {
  await admin.fault({ action: "cut_answer", method: "POST", nth: 1 });
  const create = () => sdk().customers.create({ name: "Once" }, { idempotencyKey: "once" });
  expect(await failure(create())).toBeInstanceOf(Stripe.errors.StripeConnectionError);
  expect((await create()).lastResponse.headers["idempotent-replayed"]).toBe("true");
  expect([await customers(), await created()]).toEqual([1, 1]);
});

test("a proxy's page in HTML is an error, with its status, and nothing is done", async () => {
  await admin.fault({ action: "error_page", amount: 503, method: "POST", times: 1 });
  const answer = await fetch(`${emulator.origin}/v1/customers`, {
    method: "POST",
    headers: { Authorization: `Bearer sk_test_${account}` },
  });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([503, "text/html"]);
  expect(await answer.text()).toContain("<h1>503</h1>");
  expect(await customers()).toBe(0);
  await admin.fault({ action: "error_page", method: "POST", times: 1 });
  expect((await sdk().customers.create()).object).toBe("customer");
});

test("what is read is as it was a while ago: what is new isn't there yet, nor found; what is written is written", async () => {
  const { id } = await sdk().customers.create({ name: "Then", email: "then@example.com" });
  await admin.fault({ action: "stale_read", path: "/v1/customers*" });
  await sdk().customers.update(id, { name: "Now" });
  const later = await sdk().customers.create({ name: "Later" });
  expect(await sdk().customers.retrieve(id)).toMatchObject({ name: "Then" });
  expect(await failure(sdk().customers.retrieve(later.id))).toMatchObject({ code: "resource_missing" });
  expect((await sdk().customers.search({ query: "name:'Later'" })).data).toEqual([]);
  expect(await sdk().customers.update(id, { description: "more" })).toMatchObject({ name: "Now" });
  await admin.delete("faults");
  expect(await sdk().customers.retrieve(id)).toMatchObject({ name: "Now", description: "more" });
  expect((await sdk().customers.search({ query: "name:'Later'" })).data).toHaveLength(1);
});

test("one account's faults are not another's", async () => {
  await admin.fault({ action: "cut_before" });
  expect((await emulator.stripe("well").customers.create()).object).toBe("customer");
  await admin.delete("faults");
  expect(await customers()).toBe(0);
});

test("rules are listed, and taken away one by one", async () => {
  const { json: first } = await admin.fault({ action: "rate_limit", path: "/v1/nothing" });
  const { json: second } = await admin.fault({ action: "drop", event: "invoice.*" });
  expect((await admin.get("faults")).json).toMatchObject({ data: [{ id: first.id }, { id: second.id }] });
  await admin.delete(`faults/${String(first.id)}`);
  expect((await admin.get("faults")).json).toMatchObject({ data: [{ id: second.id }] });
  expect((await admin.delete(`faults/${String(first.id)}`)).status).toBe(404);
  expect((await admin.fault({ action: "explode" })).status).toBe(400);
});
