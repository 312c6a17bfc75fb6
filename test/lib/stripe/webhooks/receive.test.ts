import { eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/stripe/events";
import { invoices } from "@/db/schema/stripe/invoices";
import { customers } from "@/db/schema/stripe/people";
import { subscriptions } from "@/db/schema/stripe/subscriptions";
import { on } from "@/lib/stripe/webhooks/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { useTestDatabase } from "@/test/support/use-database";
import { delivery, event, newId, now } from "../support/events";
import { useFakeStripe } from "../support/fake-stripe";

useTestDatabase();
const stripe = useFakeStripe();
const nothing = { handlers: [] };

const subscription = (status: string, id = newId("sub")) => ({
  id,
  object: "subscription",
  customer: "cus_1",
  status,
  test_clock: null,
  items: { object: "list", data: [], has_more: false, url: "/v1/subscription_items" },
});

async function send(body: object, receiver: Parameters<typeof receive>[1] = nothing) {
  const response = await receive(delivery(body), receiver);
  return { status: response.status, body: await response.json() };
}

const ledger = async (id: string) => (await db.select().from(events).where(eq(events.id, id)))[0];
const row = async (id: string) => (await db.select().from(subscriptions).where(eq(subscriptions.id, id)))[0];

test("an event's object is in the mirror and the event in the ledger when Stripe gets its 200", async () => {
  const object = subscription("active");
  const sent = event("customer.subscription.created", object);
  expect(await send(sent)).toEqual({ status: 200, body: { received: true, result: "processed" } });
  expect(await row(object.id)).toMatchObject({
    status: "active",
    customer: "cus_1",
    data: object,
    deletedAt: null,
  });
  expect(await ledger(sent.id)).toMatchObject({
    status: "processed",
    type: sent.type,
    attempts: 1,
    deliveries: 1,
    objectId: object.id,
    payload: sent,
  });
  expect(stripe.asked).toEqual([]);
});

test("a duplicate is counted and answered, and changes nothing", async () => {
  const object = subscription("active");
  const sent = event("customer.subscription.created", object);
  await send(sent);
  const before = await row(object.id);
  expect(await send(sent)).toEqual({ status: 200, body: { received: true, result: "duplicate" } });
  expect(await row(object.id)).toEqual(before);
  expect(await ledger(sent.id)).toMatchObject({ deliveries: 2, attempts: 1 });
});

test.each([
  ["created first", ["customer.subscription.created", "customer.subscription.updated"]],
  ["updated first", ["customer.subscription.updated", "customer.subscription.created"]],
])("two events of one second, %s, end in what Stripe says", async (_, order) => {
  const id = newId("sub");
  const truth = subscription("active", id);
  const states: Record<string, object> = {
    "customer.subscription.created": subscription("incomplete", id),
    "customer.subscription.updated": truth,
  };
  stripe.has(`/v1/subscriptions/${id}`, truth);
  const created = now();
  for (const type of order) await send(event(type, states[type] ?? {}, { created }));
  expect(await row(id)).toMatchObject({ status: "active" });
  expect(stripe.asked).toEqual([`/v1/subscriptions/${id}`]);
});

test("an event older than what we have is noted and changes nothing", async () => {
  const id = newId("sub");
  await send(event("customer.subscription.updated", subscription("canceled", id), { created: now() }));
  const stale = event("customer.subscription.updated", subscription("active", id), { created: now() - 60 });
  expect((await send(stale)).status).toBe(200);
  expect(await row(id)).toMatchObject({ status: "canceled", revision: 1 });
  expect(await ledger(stale.id)).toMatchObject({ status: "processed" });
  expect(stripe.asked).toEqual([]);
});

test("a deleted customer isn't brought back by an event from before", async () => {
  const id = newId("cus");
  const customer = { id, object: "customer", email: "a@example.com", test_clock: null };
  const read = async () => (await db.select().from(customers).where(eq(customers.id, id)))[0];
  const created = now();
  stripe.has(`/v1/customers/${id}`, { id, object: "customer", deleted: true });
  await send(event("customer.created", customer, { created: created - 9 }));
  await send(event("customer.deleted", customer, { created }));
  await send(event("customer.updated", { ...customer, email: "b@example.com" }, { created: created - 3 }));
  await send(event("customer.updated", { ...customer, email: "c@example.com" }, { created }));
  const gone = await read();
  expect(gone?.deletedAt).toBeInstanceOf(Date);
  expect(gone).toMatchObject({ email: "a@example.com" });
});

test("what a handler sends without waiting is stored with the event, and undone with it", async () => {
  const statement = "insert into job_keys (key) values ($1::text)";
  const type = "customer.subscription.created";
  const keys = () => db.execute(sql`select key from job_keys order by key`);
  const sends = (...keys: string[]) =>
    on(type, async ({ send }) => {
      for (const key of keys) send({ text: statement, parameters: [key] });
    });
  const object = subscription("active");
  const sent = event(type, object);
  const twice = await send(sent, { handlers: [sends("a", "a"), sends("b")] });
  expect(twice.status).toBe(500);
  expect(await row(object.id)).toBeUndefined();
  expect((await ledger(sent.id))?.lastError).toContain("job_keys_pkey");
  expect([...(await keys())]).toEqual([]);
  expect((await send(sent, { handlers: [sends("a"), sends("b")] })).status).toBe(200);
  expect([...(await keys())]).toEqual([{ key: "a" }, { key: "b" }]);
});

test("a handler that waits for a statement behind one that fails is told the cause", async () => {
  const failing = on("customer.updated", async ({ tx, send }) => {
    send({ text: "select 1 / $1::int", parameters: [0] });
    await tx.execute(sql`select 1`);
  });
  const sent = event("customer.updated", { id: newId("cus"), object: "customer" });
  expect((await send(sent, { handlers: [failing] })).status).toBe(500);
  expect((await ledger(sent.id))?.lastError).toContain("division by zero");
});

test("two deliveries at once run the handler once", async () => {
  const handle = vi.fn(async () => {});
  const receiver = { handlers: [on("customer.subscription.created", handle)] };
  const sent = event("customer.subscription.created", subscription("active"));
  const answers = await Promise.all([1, 2, 3, 4].map(() => send(sent, receiver)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(answers.filter(({ body }) => body.result === "processed")).toHaveLength(1);
  expect(handle).toHaveBeenCalledTimes(1);
  expect(await ledger(sent.id)).toMatchObject({ deliveries: 4, attempts: 1, status: "processed" });
});

test("when a handler throws, nothing is left but the ledger's note, and the next delivery succeeds", async () => {
  const object = subscription("active");
  const sent = event("customer.subscription.created", object);
  const onError = vi.fn();
  const first = on("customer.subscription.created", async ({ tx }) => {
    await tx
      .insert(customers)
      .values({ id: object.id, data: { id: "x" }, asOfFrom: new Date(), asOfTo: new Date() });
  });
  const second = on(["customer.subscription.created", "customer.updated"], async () => {
    throw new Error("no room");
  });
  const failed = await send(sent, { handlers: [first, second], hooks: { onError } });
  expect(failed.status).toBe(500);
  expect(failed.body.error).toEqual(expect.any(String));
  expect(await row(object.id)).toBeUndefined();
  expect(await db.select().from(customers).where(eq(customers.id, object.id))).toEqual([]);
  expect(onError).toHaveBeenCalledTimes(1);
  const noted = await ledger(sent.id);
  expect(noted).toMatchObject({ status: "failed", attempts: 1, deliveries: 1, payload: sent });
  expect(noted?.lastError).toContain("no room");
  expect(noted?.nextAttemptAt).toBeInstanceOf(Date);

  expect((await send(sent, { handlers: [first] })).status).toBe(200);
  expect(await row(object.id)).toMatchObject({ status: "active" });
  expect(await ledger(sent.id)).toMatchObject({
    status: "processed",
    attempts: 2,
    deliveries: 2,
    nextAttemptAt: null,
  });
});

test("a handler is given the event, the mirrored object and the event's transaction", async () => {
  const object = subscription("trialing");
  const seen: unknown[] = [];
  const handler = on("customer.subscription.created", async ({ event: { type, data }, mirrored, tx }) => {
    const [inside] = await tx.select().from(subscriptions).where(eq(subscriptions.id, object.id));
    seen.push(type, data.object.status, mirrored?.id, inside?.status);
  });
  await send(event("customer.subscription.created", object), { handlers: [handler] });
  expect(seen).toEqual(["customer.subscription.created", "trialing", object.id, "trialing"]);
});

test("an event of a connected account is stored, and neither mirrored nor told to handlers", async () => {
  const object = subscription("active");
  const sent = event("customer.subscription.created", object, { account: "acct_other" });
  const handle = vi.fn(async () => {});
  expect((await send(sent, { handlers: [on("customer.subscription.created", handle)] })).status).toBe(200);
  expect(await ledger(sent.id)).toMatchObject({ status: "processed", account: "acct_other" });
  expect(await row(object.id)).toBeUndefined();
  expect(handle).not.toHaveBeenCalled();
});

test("an unknown type of event is stored and answered 200", async () => {
  const sent = event("gatehouse.invented", { id: "x_1", object: "invention" });
  expect((await send(sent)).status).toBe(200);
  expect(await ledger(sent.id)).toMatchObject({ status: "processed", type: "gatehouse.invented" });
});

test("an event about an object without an id is stored", async () => {
  const sent = event("invoice.upcoming", { object: "invoice", customer: "cus_1" });
  expect((await send(sent)).status).toBe(200);
  expect(await ledger(sent.id)).toMatchObject({ status: "processed", objectId: null });
});

test("an invoice that is only to come is noted and not kept as one", async () => {
  const preview = { id: newId("upcoming_in"), object: "invoice", customer: "cus_1", status: "draft" };
  const sent = event("invoice.upcoming", preview);
  expect((await send(sent)).status).toBe(200);
  expect((await ledger(sent.id))?.status).toBe("processed");
  expect(await db.select().from(invoices).where(eq(invoices.id, preview.id))).toEqual([]);
  expect(stripe.asked).toEqual([]);
});

test("an event of another API version is fetched, not believed", async () => {
  const object = subscription("active");
  stripe.has(`/v1/subscriptions/${object.id}`, object);
  await send(
    event("customer.subscription.created", { ...object, status: "odd" }, { api_version: "2019-01-01" }),
  );
  expect(await row(object.id)).toMatchObject({ status: "active" });
});

test("an API version that isn't ours is told of, once", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  for (const _ of [1, 2]) {
    await send(event("gatehouse.invented", { object: "invention" }, { api_version: "2016-07-06" }));
  }
  const told = warn.mock.calls.flat();
  warn.mockRestore();
  expect(told).toEqual([expect.stringContaining("events of API version 2016-07-06; this application reads")]);
});

test("an object on a test clock is fetched, whatever its event's date", async () => {
  const object = { ...subscription("active"), test_clock: "clock_1" };
  stripe.has(`/v1/subscriptions/${object.id}`, object);
  const year = 31_536_000;
  for (const created of [now() + year, now() - year, now()]) {
    await send(event("customer.subscription.updated", { ...object, status: "past_due" }, { created }));
    expect(await row(object.id)).toMatchObject({ status: "active" });
  }
  expect(stripe.asked).toHaveLength(3);
});

test("a list that Stripe cut off is completed before the object is written", async () => {
  const object = subscription("active");
  const url = `/v1/subscription_items`;
  const cut = { ...object, items: { object: "list", data: [{ id: "si_1" }], has_more: true, url } };
  stripe.has(`/v1/subscriptions/${object.id}`, cut);
  stripe.has(url, { object: "list", data: [{ id: "si_2" }], has_more: false });
  await send(event("customer.subscription.updated", cut));
  expect(await row(object.id)).toMatchObject({
    data: { items: { data: [{ id: "si_1" }, { id: "si_2" }], has_more: false } },
  });
});

test("an event whose object Stripe can't give now is kept as failed and answered 500", async () => {
  stripe.answers(() => ({ status: 400, body: { error: { type: "api_error", message: "broken" } } }));
  const sent = event("customer.subscription.updated", { ...subscription("active"), test_clock: "clock_1" });
  expect((await send(sent)).status).toBe(500);
  expect(await ledger(sent.id)).toMatchObject({ status: "failed", attempts: 1, deliveries: 1 });
});
