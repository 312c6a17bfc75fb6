import { sql } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { subscriptions } from "@/db/schema/stripe/subscriptions";
import { retryFailed } from "@/lib/stripe/webhooks/again";
import { catchUp } from "@/lib/stripe/webhooks/catch-up";
import { moveMark, readMark } from "@/lib/stripe/webhooks/mark";
import { on } from "@/lib/stripe/webhooks/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { useTestDatabase } from "@/test/support/use-database";
import { delivery, event, now } from "../support/events";
import { type Lists, pageOf } from "../support/fake-lists";
import { useFakeStripe } from "../support/fake-stripe";

useTestDatabase();
const stripe = useFakeStripe();

type Sent = ReturnType<typeof event>;
let lists: Lists;
let queries: URLSearchParams[];

beforeEach(async () => {
  await db.execute(sql`truncate stripe.events, stripe.progress, stripe.prices, stripe.subscriptions`);
  lists = new Map();
  queries = [];
  stripe.answers((path, query) => {
    if (path === "/v1/events") queries.push(query);
    return path.endsWith("/features") ? { body: { data: [], has_more: false } } : pageOf(lists, path, query);
  });
});

/** What Stripe lists: given oldest first, listed newest first. */
const happened = (...sent: Sent[]) => lists.set("/v1/events", sent.toReversed());

function changes(count: number): Sent[] {
  return Array.from({ length: count }, (_, n) =>
    event(
      "price.updated",
      { id: `price_${n}`, object: "price", currency_options: {} },
      { id: `evt_${n}`, created: now() - count + n },
    ),
  );
}

/** A receiver that notes what its handler saw. */
function noting(fails: (id: string) => boolean = () => false) {
  const handled: string[] = [];
  const handler = on("price.updated", async ({ event: { id } }) => {
    handled.push(id);
    if (fails(id)) throw new Error("as asked");
  });
  return { handled, receiver: { handlers: [handler] } };
}

test("what watches webhooks is told of each event that the list brings, once", async () => {
  const sent = changes(3);
  happened(...sent);
  const told: string[] = [];
  const hooks = {
    beforeProcessing: ({ id }: { id: string }) => void told.push(`before ${id}`),
    afterProcessing: ({ id }: { id: string }, result: string) => void told.push(`${result} ${id}`),
    onError: ({ id }: { id: string }) => void told.push(`error ${id}`),
  };
  const { receiver } = noting((id) => id === "evt_1");
  await catchUp({ ...receiver, hooks });
  await catchUp({ ...receiver, hooks });
  expect(told).toEqual(
    sent.flatMap(({ id }) => [`before ${id}`, `${id === "evt_1" ? "error" : "processed"} ${id}`]),
  );
});

test("called off while it waits for its turn, it ends with the reason itself", async () => {
  const reason = new Error("Asked to end.");
  await moveMark(now());
  const called = new AbortController();
  stripe.answers((path, query) => {
    // What comes next has its turn a thousand seconds later.
    setImmediate(() => called.abort(reason));
    return pageOf(lists, path, query);
  });
  const reading = catchUp(noting().receiver, { perSecond: 0.001, signal: called.signal });
  await expect(reading).rejects.toBe(reason);
});

test("a reading that tries again what broke off is called off by the reason itself", async () => {
  const reason = new Error("Asked to end.");
  const called = new AbortController();
  stripe.answers(() => {
    setTimeout(() => called.abort(reason), 50);
    return { body: {}, cut: true };
  });
  await expect(catchUp(noting().receiver, { signal: called.signal })).rejects.toBe(reason);
});

test("an event of a test clock that stands before the mark is found as long as there are clocks", async () => {
  await moveMark(now());
  const past = event(
    "price.updated",
    { id: "price_past", object: "price", currency_options: {} },
    { id: "evt_past", created: now() - 86_400 },
  );
  happened(past);
  const { handled, receiver } = noting();
  await catchUp(receiver);
  expect(handled).toEqual([]);
  lists.set("/v1/test_helpers/test_clocks", [{ id: "clock_1", object: "test_helpers.test_clock" }]);
  await catchUp(receiver);
  expect(handled).toEqual(["evt_past"]);
});

test("events come to the handlers from the oldest to the newest, over any number of pages", async () => {
  const sent = changes(250);
  happened(...sent);
  const { handled, receiver } = noting();
  expect(await catchUp(receiver)).toMatchObject({ read: 250, processed: 250, failed: 0, gap: null });
  expect(handled).toEqual(sent.map(({ id }) => id));
});

test("an event that was delivered isn't processed again, and its delivery isn't counted", async () => {
  const [first, second] = changes(2);
  if (!first || !second) throw new Error("no events");
  happened(first, second);
  const { handled, receiver } = noting();
  await receive(delivery(first), receiver);
  await catchUp(receiver);
  expect(handled).toEqual([first.id, second.id]);
  const rows = await db.execute(sql`select id, deliveries from stripe.events order by id`);
  expect([...rows]).toEqual([
    { id: "evt_0", deliveries: 1 },
    { id: "evt_1", deliveries: 0 },
  ]);
});

test("a lost cancellation is repaired, and asked for again only by the overlap", async () => {
  const active = {
    id: "sub_1",
    object: "subscription",
    customer: "cus_1",
    status: "active",
    test_clock: null,
  };
  const created = event("customer.subscription.created", active, { created: now() - 20 });
  await receive(delivery(created), { handlers: [] });
  happened(created, event("customer.subscription.deleted", { ...active, status: "canceled" }));
  expect(await catchUp({ handlers: [] })).toMatchObject({ read: 2, processed: 1 });
  const [row] = await db.select().from(subscriptions);
  expect(row?.status).toBe("canceled");
  await catchUp({ handlers: [] });
  const since = Number(queries.at(-1)?.get("created[gte]"));
  expect(now() - since).toBeGreaterThanOrEqual(3_600);
  expect(now() - since).toBeLessThan(3_660);
});

test("the mark passes an event that fails, since the ledger has it", async () => {
  happened(...changes(3));
  const { handled, receiver } = noting((id) => id === "evt_1");
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await catchUp(receiver)).toMatchObject({ processed: 2, failed: 1 });
  expect(handled).toEqual(["evt_0", "evt_1", "evt_2"]);
  expect(await readMark()).toBeGreaterThan(now() - 10);
  // Its next attempt is the ledger's affair.
  expect(await catchUp(receiver)).toMatchObject({ read: 3, processed: 0, failed: 0 });
});

test("the mark stays before an event that the ledger hasn't kept", async () => {
  happened(...changes(150));
  vi.spyOn(console, "error").mockImplementation(() => {});
  await db.execute(sql`alter table stripe.events add constraint refused check (id <> 'evt_120')`);
  await expect(catchUp({ handlers: [] })).rejects.toThrow("evt_120");
  const mark = (await readMark()) ?? 0;
  const created = (id: number) => lists.get("/v1/events")?.[149 - id]?.created;
  // The last page of Stripe's list, which holds the oldest 50, is behind it.
  expect(mark).toBe(created(49));
  await db.execute(sql`alter table stripe.events drop constraint refused`);
  expect(await catchUp({ handlers: [] })).toMatchObject({ failed: 0 });
  const [row] = await db.execute(sql`select count(*)::int as count from stripe.events`);
  expect(row).toEqual({ count: 150 });
});

test("an event that can't be stored holds the mark, not the events after it", async () => {
  const [first, second, third] = changes(3);
  if (!first || !second || !third) throw new Error("no events");
  happened(
    first,
    {
      ...second,
      data: { object: { id: "price_1", object: "price", currency_options: {}, nickname: "a\u0000b" } },
    },
    third,
  );
  const done = await catchUp({ handlers: [] });
  expect(done).toMatchObject({ processed: 2, unreadable: ["evt_1"] });
  expect(await readMark()).toBeNull();
});

test("a gap longer than Stripe keeps events is told", async () => {
  await moveMark(now() - 40 * 86_400);
  const { gap } = await catchUp({ handlers: [] });
  expect(gap?.from.getTime()).toBeCloseTo((now() - 40 * 86_400) * 1000, -4);
  expect(gap?.to.getTime()).toBeCloseTo((now() - 30 * 86_400) * 1000, -4);
  expect((await catchUp({ handlers: [] })).gap).toBeNull();
});

test("a mark that is still to come, set while the time was wrong, hides no event", async () => {
  await moveMark(now() + 5 * 3_600);
  happened(...changes(2));
  const { handled, receiver } = noting();
  await catchUp(receiver);
  expect(handled).toEqual(["evt_0", "evt_1"]);
});

test("an account without events moves the mark all the same", async () => {
  await catchUp({ handlers: [] });
  expect(await readMark()).toBeGreaterThan(now() - 10);
});

test("told to end, it begins no further event, and notes none as failed; the next reading goes on", async () => {
  happened(...changes(5));
  const end = new AbortController();
  const { handled, receiver } = noting((id) => {
    if (id === "evt_1") end.abort(new Error("enough"));
    return false;
  });
  await expect(catchUp(receiver, { signal: end.signal })).rejects.toThrow("enough");
  expect(handled).toEqual(["evt_0", "evt_1"]);
  const noted = await db.execute(sql`select id from stripe.events order by id`);
  expect([...noted]).toEqual([{ id: "evt_0" }, { id: "evt_1" }]);
  expect(await catchUp(receiver)).toMatchObject({ processed: 3, failed: 0 });
});

test("called off while it asks Stripe about an event, it notes none as failed, and the event is taken up again", async () => {
  const reason = new Error("Asked to end.");
  happened(event("price.updated", { id: "price_1", object: "price" }, { id: "evt_1" }));
  const called = new AbortController();
  stripe.answers((path, query) => {
    if (path !== "/v1/prices/price_1") return pageOf(lists, path, query);
    called.abort(reason);
    return { body: {}, cut: true };
  });
  const { handled, receiver } = noting();
  await expect(catchUp(receiver, { signal: called.signal })).rejects.toBe(reason);
  const left = await db.execute(sql`select status, attempts::int, last_error from stripe.events`);
  expect([...left]).toEqual([{ status: "received", attempts: 1, last_error: null }]);
  await db.execute(sql`update stripe.events set next_attempt_at = now()`);
  stripe.answers(() => ({ body: { id: "price_1", object: "price", currency_options: {} } }));
  expect(await retryFailed(receiver)).toMatchObject([{ id: "evt_1", result: "processed" }]);
  expect(handled).toEqual(["evt_1"]);
});
