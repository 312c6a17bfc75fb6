import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { products } from "@/db/schema/stripe/catalogue";
import { events } from "@/db/schema/stripe/events";
import { subscriptions } from "@/db/schema/stripe/subscriptions";
import { on } from "@/lib/stripe/webhooks/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { useTestDatabase } from "@/test/support/use-database";
import { delivery, event, newId, now } from "../support/events";
import { useFakeStripe } from "../support/fake-stripe";

// What other systems are known to get wrong. Lost cancellations are in catch-up.test.ts and reconcile.test.ts,
// failed pages of a backfill in sync.test.ts, pairs in one second and unknown events in receive.test.ts.

useTestDatabase();
const stripe = useFakeStripe();
afterEach(() => vi.restoreAllMocks());

type Receiver = Parameters<typeof receive>[1];
const send = async (body: object, receiver: Receiver = { handlers: [] }) =>
  (await receive(delivery(body), receiver)).status;

const withItems = (id: string, ...items: string[]) => ({
  id,
  object: "subscription",
  customer: "cus_1",
  status: "active",
  test_clock: null,
  items: {
    object: "list",
    data: items.map((id) => ({ id })),
    has_more: false,
    url: "/v1/subscription_items",
  },
});

const itemsOf = async (id: string) =>
  (await db.select().from(subscriptions).where(eq(subscriptions.id, id)))[0]?.data.items;

test.each([
  ["from before", -5],
  ["of the same second", 0],
])("a stale event %s doesn't bring back a removed subscription item", async (_, seconds) => {
  const truth = withItems(newId("sub"), "si_kept");
  stripe.has(`/v1/subscriptions/${truth.id}`, truth);
  const created = now();
  const stale = event("customer.subscription.updated", withItems(truth.id, "si_kept", "si_removed"), {
    created: created + seconds,
  });
  await send(event("customer.subscription.updated", truth, { created }));
  expect(await send(stale)).toBe(200);
  expect(await itemsOf(truth.id)).toMatchObject({ data: [{ id: "si_kept" }] });
});

test.each([
  ["from before", -5],
  ["of the same second", 0],
])("a stale event %s doesn't bring back a deleted product", async (_, seconds) => {
  const product = { id: newId("prod"), object: "product", name: "Reader" };
  const created = now();
  // Stripe answers that it has no such product, and no features of it.
  await send(event("product.deleted", product, { created }));
  expect(await send(event("product.updated", product, { created: created + seconds }))).toBe(200);
  const [row] = await db.select().from(products).where(eq(products.id, product.id));
  expect(row?.deletedAt).toBeInstanceOf(Date);
});

test("of overlapping events on one object the slower writer doesn't win", async () => {
  const id = newId("sub");
  let truth = withItems(id, "si_old");
  const held: (() => void)[] = [];
  stripe.answers(async () => {
    const body = truth;
    if (body.items.data[0]?.id === "si_old") await new Promise<void>((resolve) => held.push(resolve));
    return { body };
  });
  const unreliable = { api_version: "2019-01-01" };
  const slow = send(event("customer.subscription.updated", truth, unreliable));
  await vi.waitUntil(() => held.length === 1);
  truth = withItems(id, "si_new");
  expect(await send(event("customer.subscription.updated", truth, unreliable))).toBe(200);
  for (const release of held) release();
  expect(await slow).toBe(200);
  expect(await itemsOf(id)).toMatchObject({ data: [{ id: "si_new" }] });
});

test("an error is never swallowed and answered 200, wherever it comes from", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const throws = on("customer.subscription.updated", async () => {
    throw new Error("in a handler");
  });
  const swallowed = on("customer.subscription.updated", async ({ tx }) => {
    await tx.execute("select 1 / 0").catch(() => {});
  });
  for (const handler of [throws, swallowed]) {
    const sent = event("customer.subscription.updated", withItems(newId("sub")));
    expect(await send(sent, { handlers: [handler] })).toBe(500);
    const [noted] = await db.select().from(events).where(eq(events.id, sent.id));
    expect(noted).toMatchObject({ status: "failed", lastError: expect.any(String) });
  }
  stripe.answers(() => ({ status: 400, body: { error: { type: "api_error", message: "unwell" } } }));
  const toFetch = event("customer.subscription.updated", {
    ...withItems(newId("sub")),
    test_clock: "clock_1",
  });
  const answer = await receive(delivery(toFetch), { handlers: [] });
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({
    error: "The event could not be processed. Nothing of it has taken effect; it may be sent again.",
  });
});

test("a failure whose words PostgreSQL can't keep is noted without them", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const throws = on("customer.subscription.updated", async () => {
    throw new Error("Unexpected \0 in \ud83d");
  });
  const sent = event("customer.subscription.updated", withItems(newId("sub")));
  expect(await send(sent, { handlers: [throws] })).toBe(500);
  const [noted] = await db.select().from(events).where(eq(events.id, sent.id));
  expect(noted?.lastError).toContain("Error: Unexpected  in \ufffd");
});

test("a failure that can't even be noted is in the log, with what it was", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  await db.execute(
    sql`alter table stripe.events add constraint full_disk check (status <> 'failed') not valid`,
  );
  const throws = on("customer.subscription.updated", async () => {
    throw new Error("in a handler");
  });
  const sent = event("customer.subscription.updated", withItems(newId("sub")));
  log.mockClear();
  expect(await send(sent, { handlers: [throws] })).toBe(500);
  expect(log.mock.calls.flat().join("\n")).toMatch(/full_disk.*in a handler/s);
  expect(await db.$count(events, eq(events.id, sent.id))).toBe(0);
  await db.execute(sql`alter table stripe.events drop constraint full_disk`);
  expect(await send(sent)).toBe(200);
});

test("a duplicate never runs handlers twice", async () => {
  const ran: string[] = [];
  const handlers = [on("customer.subscription.updated", async ({ event }) => void ran.push(event.id))];
  const sent = event("customer.subscription.updated", withItems(newId("sub")));
  const statuses: number[] = [];
  for (const _ of [1, 2, 3]) statuses.push(await send(sent, { handlers }));
  expect(statuses).toEqual([200, 200, 200]);
  expect(ran).toEqual([sent.id]);
});
