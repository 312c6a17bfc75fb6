import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { customers } from "@/db/schema/stripe/people";
import type { Observed } from "@/lib/stripe/mirror/observed";
import { writeRows } from "@/lib/stripe/mirror/write";
import { useTestDatabase } from "@/test/support/use-database";
import { newId } from "../support/events";

useTestDatabase();

const T = 1_800_000_000;

function seen(id: string, name: string, from: number, to: number, given: Partial<Observed> = {}): Observed {
  const document = { id, object: "customer", name };
  return { type: "customer", document, deleted: false, from, to, ...given };
}

async function write(...rows: Observed[]) {
  const written = await writeRows(db, "customer", rows);
  return written.map(({ outcome }) => outcome);
}

async function read(id: string) {
  const [row] = await db.select().from(customers).where(eq(customers.id, id));
  if (!row) return null;
  return { name: row.name, from: row.asOfFrom.getTime() / 1000 - T, to: row.asOfTo.getTime() / 1000 - T };
}

test("a new object is written with the interval it was seen in", async () => {
  const id = newId("cus");
  expect(await write(seen(id, "one", T + 0.25, T + 1))).toEqual(["written"]);
  expect(await read(id)).toEqual({ name: "one", from: 0.25, to: 1 });
});

test.each([
  ["begins where the row's ends", 1, 2, "written", "two"],
  ["ends where the row's begins", -1, 0, "stale", "one"],
  ["is the same", 0, 1, "unsettled", "one"],
  ["overlaps the row's end", 0.5, 1.5, "unsettled", "one"],
  ["overlaps the row's beginning", -0.5, 0.5, "unsettled", "one"],
  ["spans the row's", -1, 2, "unsettled", "one"],
])("other content whose interval %s", async (_, from, to, outcome, name) => {
  const id = newId("cus");
  await write(seen(id, "one", T, T + 1));
  expect(await write(seen(id, "two", T + from, T + to))).toEqual([outcome]);
  expect(await read(id)).toMatchObject({ name });
});

test.each([
  ["later", 0.5, 1.5, { from: 0.5, to: 1.5 }],
  ["earlier", -0.5, 0.5, { from: 0, to: 1 }],
  ["wider", -1, 2, { from: 0, to: 2 }],
])(
  "the same content seen again, %s, is settled and its interval moves only forward",
  async (_, from, to, interval) => {
    const id = newId("cus");
    await write(seen(id, "one", T, T + 1));
    expect(await write(seen(id, "one", T + from, T + to))).toEqual(["written"]);
    expect(await read(id)).toMatchObject(interval);
  },
);

test("content fetched while the row stood still is written, whatever the clocks say", async () => {
  const id = newId("cus");
  await write(seen(id, "one", T + 100, T + 101));
  expect(await write(seen(id, "two", T, T + 1, { seen: 1 }))).toEqual(["written"]);
  expect(await read(id)).toEqual({ name: "two", from: 0, to: 1 });
});

test("content fetched while the row changed is not written", async () => {
  const id = newId("cus");
  await write(seen(id, "one", T, T + 1));
  await write(seen(id, "two", T + 2, T + 3));
  expect(await write(seen(id, "fetched", T, T + 3, { seen: 1 }))).toEqual(["unsettled"]);
  expect(await write(seen(id, "fetched", T, T + 3, { seen: 0 }))).toEqual(["unsettled"]);
  expect(await read(id)).toMatchObject({ name: "two" });
});

test("a deletion keeps the last content, and nothing older undoes it", async () => {
  const id = newId("cus");
  const stub = { id, object: "customer", deleted: true };
  await write(seen(id, "one", T, T + 1));
  await write(seen(id, "", T + 5, T + 6, { document: stub, deleted: true }));
  expect(await write(seen(id, "one", T + 3, T + 4))).toEqual(["stale"]);
  expect(await write(seen(id, "one", T + 5, T + 6))).toEqual(["unsettled"]);
  const [row] = await db.select().from(customers).where(eq(customers.id, id));
  expect(row).toMatchObject({ name: "one", deletedAt: new Date((T + 5) * 1000) });
});

test("an id that is used again after its deletion comes back", async () => {
  const id = newId("coupon");
  await write(seen(id, "one", T, T + 1, { deleted: true }));
  expect(await write(seen(id, "two", T + 9, T + 10))).toEqual(["written"]);
  const [row] = await db.select().from(customers).where(eq(customers.id, id));
  expect(row).toMatchObject({ name: "two", deletedAt: null });
});

test("writers of the same rows in opposite order don't stop one another", async () => {
  const ids = Array.from({ length: 200 }, () => newId("cus"));
  const batch = (at: number) => ids.map((id) => seen(id, `at ${at}`, T + at, T + at + 1));
  const times = Array.from({ length: 20 }, (_, at) => at);
  await Promise.all(times.map((at) => write(...(at % 2 ? batch(at) : batch(at).reverse()))));
  const rows = await Promise.all(ids.map(read));
  expect(new Set(rows.map((row) => row?.name))).toEqual(new Set(["at 19"]));
});
