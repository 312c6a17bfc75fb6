import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { type Database, db } from "@/db/client";
import { ConnectionLost } from "@/db/connection";
import { openPool } from "@/db/open-pool";
import { events } from "@/db/schema/stripe/events";
import { customers } from "@/db/schema/stripe/people";
import { grouping } from "@/lib/stripe/webhooks/group";
import { type Carrying, takeEvent, takeEvents } from "@/lib/stripe/webhooks/ledger";
import { on } from "@/lib/stripe/webhooks/on";
import { parseEvent } from "@/lib/stripe/webhooks/parse";
import { receive } from "@/lib/stripe/webhooks/receive";
import type { Receiver } from "@/lib/stripe/webhooks/settle";
import { subjectsOf } from "@/lib/stripe/webhooks/subject";
import { CutWire, cuts } from "@/test/db/support/cut-wire";
import { forgetPool } from "@/test/support/pool";
import { useTestDatabase } from "@/test/support/use-database";
import { delivery, event, newId, now } from "../support/events";
import { useFakeStripe } from "../support/fake-stripe";

const database = useTestDatabase();
const stripe = useFakeStripe();
// What can't be noted while a connection is broken goes to the log.
beforeAll(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => {
  process.env.DATABASE_URL = database.url;
  forgetPool();
});

type Sent = ReturnType<typeof event>;
const customer = (name: string, id = newId("cus")) => ({ id, object: "customer", name, test_clock: null });
const charge = (owner: string) => ({ id: newId("ch"), object: "charge", customer: owner });
const changed = (object: object, given = {}) => event("customer.updated", object, given);
const send = async (sent: Sent, receiver: Receiver = { handlers: [] }) => {
  const response = await receive(delivery(sent), receiver);
  return { status: response.status, ...(await response.json()) };
};
const sendAll = (all: readonly Sent[]) => Promise.all(all.map((sent) => send(sent)));
const ledger = async ({ id }: Sent) => (await db.select().from(events).where(eq(events.id, id)))[0];
const row = async ({ id }: { id: string }) =>
  (await db.select().from(customers).where(eq(customers.id, id)))[0];
const transactions = async (all: readonly Sent[]) =>
  new Set((await Promise.all(all.map(ledger))).map((noted) => noted?.processedIn)).size;

function carrying(sent: Sent): Carrying {
  const parsed = parseEvent(Buffer.from(JSON.stringify(sent)));
  if ("problem" in parsed) throw new Error(parsed.problem);
  const [subject] = subjectsOf(parsed.event, now());
  if (!subject?.seen) throw new Error("The event doesn't carry its object.");
  const passage = { ...parsed, endpoint: null, began: performance.now(), delivered: true, noted: false };
  return { passage, subject: { ...subject, seen: subject.seen } };
}

test("events that come at once are taken in by one transaction, whatever their types", async () => {
  const objects = [
    customer("one"),
    { ...charge("cus_1"), id: newId("in"), object: "invoice" },
    { id: newId("sub"), object: "subscription", customer: "cus_1", status: "active", test_clock: null },
  ];
  const all = objects.map((object) => event(`${object.object}.updated`, object));
  expect((await sendAll(all)).map(({ status, result }) => [status, result])).toEqual(
    Array(3).fill([200, "processed"]),
  );
  expect(await transactions(all)).toBe(1);
  expect(await row(objects[0] ?? { id: "" })).toMatchObject({ data: objects[0], revision: 1 });
  for (const sent of all) {
    expect(await ledger(sent)).toMatchObject({ status: "processed", payload: sent, deliveries: 1 });
  }
});

test("the same event twice at once is processed once", async () => {
  const [sent, ...others] = ["one", "two", "three"].map((name) => changed(customer(name)));
  if (!sent) throw new Error("Nothing is sent.");
  const answers = await sendAll([sent, ...others, sent]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(answers.filter(({ result }) => result === "duplicate")).toHaveLength(1);
  expect(await transactions(others)).toBe(1);
  expect(await ledger(sent)).toMatchObject({ deliveries: 2, attempts: 1, status: "processed" });
});

test("an event that was processed before changes nothing, whoever comes with it", async () => {
  const object = customer("one");
  const sent = changed(object);
  await send(sent);
  const before = await row(object);
  const answers = await sendAll([changed(customer("other")), sent]);
  expect(answers.map(({ result }) => result)).toEqual(["processed", "duplicate"]);
  expect(await row(object)).toEqual(before);
  expect(await ledger(sent)).toMatchObject({ deliveries: 2, attempts: 1 });
});

test.each(["older first", "newer first"])(
  "of two events at once about one object, the %s, the newer is kept",
  async (order) => {
    const object = customer("new");
    const pair = [changed({ ...object, name: "old" }, { created: now() - 9 }), changed(object)];
    const [first, second] = order === "newer first" ? pair.toReversed() : pair;
    const all = [first, second, changed(customer("other"))].filter((sent) => sent !== undefined);
    expect((await sendAll(all)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await transactions(all)).toBe(2);
    expect(await row(object)).toMatchObject({ name: "new" });
    expect(stripe.asked).toEqual([]);
  },
);

test("of two events at once about one object in one second, Stripe says which is the newer", async () => {
  const object = customer("truth");
  stripe.has(`/v1/customers/${object.id}`, object);
  const created = now();
  const all = ["one", "two"].map((name) => changed({ ...object, name }, { created }));
  expect((await sendAll(all)).map(({ status }) => status)).toEqual([200, 200]);
  expect(await row(object)).toMatchObject({ name: "truth" });
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
  await sendAll(charges.map((object) => event("charge.succeeded", object)));
  const fetched = [charges[0], charges[2]].map((object) => `/v1/charges/${object?.id}`);
  expect([...stripe.asked].sort()).toEqual(fetched.sort());
});

test("an event that concerns no handler goes with the others, and one that does by itself", async () => {
  const handle = vi.fn(async () => {});
  const handlers = [on("customer.updated", handle, { when: ({ data }) => data.object.name === "mine" })];
  const all = ["one", "mine", "two"].map((name) => changed(customer(name)));
  const answers = await Promise.all(all.map((sent) => send(sent, { handlers })));
  expect(answers.map(({ result }) => result)).toEqual(["processed", "processed", "processed"]);
  expect(handle).toHaveBeenCalledTimes(1);
  expect(await transactions(all)).toBe(2);
});

test("what PostgreSQL refuses is refused to its own event, and the others are taken in", async () => {
  const refused = customer("refused");
  await db.execute(
    sql`create function refuse() returns trigger language plpgsql as $$ begin raise 'not this one'; end $$`,
  );
  await db.execute(sql`create trigger refuse before insert on stripe.customers for each row
    when (new.data ->> 'name' = 'refused') execute function refuse()`);
  const all = [customer("one"), refused, customer("two")].map((object) => changed(object));
  expect((await sendAll(all)).map(({ status }) => status)).toEqual([200, 500, 200]);
  const noted = await Promise.all(all.map(ledger));
  expect(noted.map((one) => one?.status)).toEqual(["processed", "failed", "processed"]);
  expect(noted[1]?.lastError).toContain("not this one");
  expect(noted).toMatchObject(all.map((payload) => ({ payload, attempts: 1, deliveries: 1 })));
  expect(await row(refused)).toBeUndefined();
});

test.each(cuts.filter((cut) => cut !== "silent"))(
  "where the connection is %s, a group is taken in whole or not at all",
  async (cut) => {
    const wire = new CutWire(new URL(database.url));
    process.env.DATABASE_URL = await wire.open();
    for (let messages = 0, broken = true; broken; messages++) {
      forgetPool();
      const objects = Array.from({ length: 4 }, () => customer("cut"));
      const all = objects.map((object) => changed(object));
      wire.breakAfter(messages, cut);
      const answers = await sendAll(all);
      broken = !wire.isWhole;
      wire.mend();
      for (const [n, sent] of all.entries()) {
        const status = (await ledger(sent))?.status;
        const written = (await row(objects[n] ?? { id: "" })) !== undefined;
        expect(written, `${messages}`).toBe(status === "processed");
        if (answers[n]?.status === 200) expect(status, `${messages}`).toBe("processed");
      }
      expect((await sendAll(all)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    }
    wire.close();
  },
);

test("when the database says nothing, all of a group fail, and none waits for another silence", async () => {
  const wire = new CutWire(new URL(database.url));
  const patience = { connecting: 10_000, answering: 500 };
  const silent = drizzle({ client: openPool(await wire.open(), patience) }) as Database;
  const take = grouping(silent);
  await take(carrying(changed(customer("before"))));
  wire.breakAfter(0, "silent");
  const all = Array.from({ length: 3 }, () => carrying(changed(customer("unheard"))));
  const ends = await Promise.allSettled(all.map(take));
  expect(ends).toEqual(all.map(() => ({ status: "rejected", reason: expect.any(ConnectionLost) })));
  expect(await db.select().from(customers).where(eq(customers.name, "unheard"))).toEqual([]);
  wire.close();
});

test("bodies of almost a megabyte come one by one", async () => {
  const all = Array.from({ length: 3 }, () => changed({ ...customer("large"), text: "x".repeat(990_000) }));
  expect((await sendAll(all)).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await transactions(all)).toBe(3);
});

const waitingForLocks = async () => {
  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return (await db.execute(waiting)).length;
};

test("who waits for a handler's transaction holds up nobody else", { timeout: 15_000 }, async () => {
  const held = [customer("held"), customer("held too")];
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const begun = vi.fn();
  const handler = on("customer.created", async () => {
    begun();
    await gate;
  });
  const holding = held.map((object) => send(event("customer.created", object), { handlers: [handler] }));
  await vi.waitFor(() => expect(begun).toHaveBeenCalledTimes(2), 10_000);
  const blocked: ReturnType<typeof send>[] = [];
  for (const object of held) {
    blocked.push(send(changed(object, { created: now() + 2 })));
    await vi.waitFor(async () => expect(await waitingForLocks()).toBe(blocked.length), 10_000);
  }
  expect(await send(changed(customer("free")))).toMatchObject({ status: 200 });
  release();
  for (const { status } of await Promise.all([...holding, ...blocked])) expect(status).toBe(200);
});

test("groups of two processes, and single events beside them, never wait for each other", async () => {
  const other: Database = drizzle({ client: openPool(database.url) }) as Database;
  const objects = Array.from({ length: 30 }, () => customer("any"));
  for (let turn = 0; turn < 15; turn++) {
    const all = objects.map((object) => carrying(changed(object, { created: now() + turn })));
    await Promise.all([
      takeEvents(db, all),
      takeEvents(other, all.toReversed()),
      ...all.slice(0, 5).map(({ passage, subject }) => takeEvent(db, passage, subject)),
    ]);
  }
  await other.$client.end();
});

const one = (id: string) => customer("one", id);
const two = (id: string) => customer("two", id);
const second = now();
const at = { older: { created: second - 1 }, same: { created: second }, newer: { created: second + 9 } };
const gone = (id: string, given: object) => event("customer.deleted", one(id), given);

/** What is there already, if anything, and then the event. */
const situations: Readonly<Record<string, (id: string) => Sent[]>> = {
  new: (id) => [changed(one(id), at.same)],
  newer: (id) => [changed(one(id), at.same), changed(two(id), at.newer)],
  older: (id) => [changed(one(id), at.same), changed(two(id), at.older)],
  again: (id) => [changed(one(id), at.same), changed(one(id), at.same)],
  overlapping: (id) => [changed(one(id), at.same), changed(two(id), at.same)],
  deleted: (id) => [changed(one(id), at.same), gone(id, at.newer)],
  back: (id) => [gone(id, at.same), changed(two(id), at.newer)],
  late: (id) => [gone(id, at.same), changed(one(id), at.older)],
};

test("an event has the same effect among others as by itself", async () => {
  const effects = async (prefix: string, take: (all: Carrying[]) => Promise<unknown[]>) => {
    const last: Sent[] = [];
    for (const [name, of] of Object.entries(situations)) {
      const all = of(`cus_${prefix}_${name}`);
      for (const sent of all.slice(0, -1)) await send(sent);
      last.push(...all.slice(-1));
    }
    const answers = await take(last.map(carrying));
    const rows = await db.execute(sql`
      select to_jsonb(c) - 'id' - 'data' - 'synced_at' as row, status, deliveries, attempts, type,
        next_attempt_at is null as settled, processed_in is null as left
      from stripe.events e join stripe.customers c on c.id = e.object_id
      where c.id like ${`cus_${prefix}_%`} order by c.id, e.created, e.received_at`);
    return { answers, rows: [...rows] };
  };
  const alone = await effects("alone", async (all) => {
    const taken = all.map(({ passage, subject }) => takeEvent(db, passage, subject));
    return (await Promise.all(taken)).map((answer) => ({ ...answer, newer: null }));
  });
  expect(alone.rows).toHaveLength(15);
  expect(await effects("among", (all) => takeEvents(db, all))).toEqual(alone);
});
