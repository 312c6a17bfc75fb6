import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { on, type Reaction } from "@/lib/stripe/webhooks/on";
import { useTestDatabase } from "@/test/support/use-database";
import { now } from "../support/events";
import { changed, customer, mirrored, noted, send, transactions } from "../support/sending";
import { sendTogether } from "../support/sending-together";

useTestDatabase();

type Customer = Reaction<"customer.updated">;

/** A handler that leaves a trace of each customer, and then does what else there is to do. */
const tracing = (prefix: string, more: (reaction: Customer) => Promise<unknown> = async () => {}) =>
  on("customer.updated", async (reaction) => {
    const key = `${prefix} ${reaction.event.data.object.name}`;
    reaction.send({ text: "insert into job_keys (key) values ($1::text)", parameters: [key] });
    await more(reaction);
  });

const traces = async (prefix: string) => {
  const rows = await db.execute(sql`select key from job_keys where key like ${`${prefix} %`} order by key`);
  return rows.map(({ key }) => String(key).slice(prefix.length + 1));
};

const named = (...names: string[]) => names.map((name) => changed(customer(name)));

test("events that concern a handler and events that don't are taken in by one transaction", async () => {
  const seen = vi.fn();
  const handler = on(
    "customer.updated",
    async ({ event, tx }) => {
      const { id, name } = event.data.object;
      const [row] = await tx.execute(
        sql`select data ->> 'name' as name from stripe.customers where id = ${id}`,
      );
      seen(name, row?.name);
    },
    { when: ({ data }) => data.object.name !== "nobody's" },
  );
  const all = named("one", "nobody's", "two");
  const answers = await sendTogether(all, { handlers: [handler] });
  expect(answers.map(({ result }) => result)).toEqual(["processed", "processed", "processed"]);
  expect(await transactions(all)).toBe(1);
  // The one before them has a transaction of its own, which may end first or last.
  expect(seen.mock.calls.toSorted()).toEqual([
    ["before", "before"],
    ["one", "one"],
    ["two", "two"],
  ]);
});

test("what one event's handler refuses is undone for it alone, and done once for all others", async () => {
  const handler = tracing("refused", async ({ event, tx }) => {
    if (event.data.object.name !== "two") return;
    await tx.execute(sql`select 1`);
    throw new Error("not two");
  });
  const objects = ["one", "two", "three"].map((name) => customer(name));
  const all = objects.map((object) => changed(object));
  const answers = await sendTogether(all, { handlers: [handler] });
  expect(answers.map(({ status }) => status)).toEqual([200, 500, 200]);
  expect(await traces("refused")).toEqual(["before", "one", "three"]);
  const rows = await Promise.all(objects.map(mirrored));
  expect(rows.map((row) => row?.name)).toEqual(["one", undefined, "three"]);
  const ledger = await Promise.all(all.map(noted));
  expect(ledger.map((one) => one?.status)).toEqual(["processed", "failed", "processed"]);
  expect(ledger).toMatchObject(all.map(() => ({ attempts: 1, deliveries: 1 })));
  expect(ledger[1]?.lastError).toContain("not two");
});

test("a statement that was only sent fails its own event, whose ledger has the cause", async () => {
  const handler = tracing("sent", async ({ event, send }) => {
    if (event.data.object.name === "two") send({ text: "select 1 / $1::int", parameters: [0] });
  });
  const all = named("one", "two", "three");
  const answers = await sendTogether(all, { handlers: [handler] });
  expect(answers.map(({ status }) => status)).toEqual([200, 500, 200]);
  expect(await traces("sent")).toEqual(["before", "one", "three"]);
  expect((await noted(all[1] ?? changed({})))?.lastError).toContain("division by zero");
});

test("a duplicate that comes with others is told to no handler", async () => {
  const handle = vi.fn(async () => {});
  const handlers = [on("customer.updated", handle)];
  const [again, ...others] = named("again", "one", "two");
  if (!again) throw new Error("Nothing is sent.");
  await send(again, { handlers });
  handle.mockClear();
  const answers = await sendTogether([again, ...others], { handlers });
  expect(answers.map(({ result }) => result)).toEqual(["duplicate", "processed", "processed"]);
  // The one before them, and the other two.
  expect(handle).toHaveBeenCalledTimes(3);
});

test("the handler of an event from before is given what the mirror has, which is newer", async () => {
  const object = customer("new");
  await send(changed(object));
  const given = vi.fn();
  const handler = on("customer.updated", async ({ event, mirrored }) => {
    given(event.data.object.name, mirrored?.name);
  });
  const late = changed({ ...object, name: "old" }, { created: now() - 9 });
  await sendTogether([late, ...named("one")], { handlers: [handler] });
  expect(given.mock.calls.toSorted()).toEqual([
    ["before", "before"],
    ["old", "new"],
    ["one", "one"],
  ]);
});
