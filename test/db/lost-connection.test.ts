import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openPool } from "@/db/open-pool";
import { Over } from "@/db/transactions";
import { useTestDatabase } from "@/test/support/use-database";
import { type Cut, CutWire, cuts } from "./support/cut-wire";

const given = useTestDatabase();
let direct: postgres.Sql;
let wire: CutWire;
let db: ReturnType<typeof drizzle>;
let client: postgres.Sql;

beforeAll(async () => {
  direct = postgres(given.url, { max: 1 });
  await direct`create table pairs (pair int, half int)`;
  wire = new CutWire(new URL(given.url));
  client = openPool(await wire.open(), { connecting: 3_000, answering: 1_000 });
  db = drizzle({ client });
});
afterEach(() => wire.mend());
afterAll(async () => {
  await client.end();
  wire.close();
  await direct.end();
});

const half = (pair: number, number: number) => sql`insert into pairs values (${pair}, ${number})`;

/** A pair, both halves in one transaction; the second goes out with the commit. */
const write = (pair: number) =>
  db.transaction(async (tx) => {
    await tx.execute(half(pair, 1));
    tx.execute(half(pair, 2)).catch(() => {});
  });
const ended = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    () => "failed",
  );
const steps: Record<Cut, number> = { closed: 1, reset: 1, silent: 8 };

test("wherever a connection breaks, all that was under way ends soon, whole or undone, and the pool stays whole", {
  timeout: 600_000,
}, async () => {
  let pair = 0;
  for (const cut of cuts) {
    let broken = true;
    for (let messages = 0; broken; messages += steps[cut]) {
      wire.breakAfter(messages, cut);
      const results = await Promise.all([
        ended(write(++pair)),
        ended(write(++pair)),
        ended(db.execute(half(++pair, 0))),
      ]);
      broken = !wire.isWhole;
      wire.mend();
      const after = await Promise.all([ended(write(++pair)), ended(write(++pair))]);
      expect(after, `${cut} after ${messages}: ${results}`).toEqual(["done", "done"]);
    }
    // More than the pool has connections: one that is missing shows.
    await Promise.all(Array.from({ length: 12 }, () => write(++pair)));
  }
  const torn = await direct`select pair from pairs where half > 0 group by pair having count(*) <> 2`;
  expect([...torn]).toEqual([]);
});

test("a server that accepts and says nothing is given up in time, by everybody who waits for it", async () => {
  const silent = new CutWire(new URL(given.url));
  const nowhere = openPool(await silent.open(), { connecting: 300, answering: 300 });
  silent.breakAfter(0, "silent");
  await expect(drizzle({ client: nowhere }).execute("select 1")).rejects.toThrow();
  silent.close();
  const many = Array.from({ length: 30 }, () => ended(drizzle({ client: nowhere }).execute("select 1")));
  expect(new Set(await Promise.all(many))).toEqual(new Set(["failed"]));
  await nowhere.end();
});

test("what is sent through a transaction that is over is refused", async () => {
  let late: Promise<unknown> = Promise.resolve();
  await db.transaction(async (tx) => {
    await tx.execute(half(0, 1));
    late = nextTurn().then(() => tx.execute(half(0, 2)));
    late.catch(() => {});
  });
  await expect(late).rejects.toSatisfy((error) => error.cause instanceof Over);
});

test("a connection to a server that takes no writes any more is replaced, so that the next reaches the one that does", async () => {
  const only = async (state: "on" | "off") =>
    direct.unsafe(
      `alter database ${new URL(given.url).pathname.slice(1)} set default_transaction_read_only = ${state}`,
    );
  const pool = openPool(given.url);
  const failedOver = drizzle({ client: pool });
  await only("on");
  await expect(failedOver.execute(half(0, 3))).rejects.toMatchObject({ cause: { code: "25006" } });
  await only("off");
  await failedOver.execute(half(0, 3));
  await pool.end();
});

test("transactions that wait for each other's connections end in time, and the pool stays whole", async () => {
  const careless = Array.from({ length: 10 }, () =>
    ended(
      db.transaction(async (tx) => {
        await tx.execute("select 1");
        await db.execute("select 1");
      }),
    ),
  );
  expect(await Promise.all(careless)).toContain("failed");
  await Promise.all(Array.from({ length: 12 }, (_, n) => write(2_000 + n)));
});
