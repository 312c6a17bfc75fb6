import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { ConnectionLost } from "@/db/connection";
import { runPrepared } from "@/db/prepared";
import { RolledBack } from "@/db/transactions";
import { useTestDatabase } from "@/test/support/use-database";

const given = useTestDatabase();
let other: postgres.Sql;

beforeAll(async () => {
  other = postgres(given.url, { max: 1 });
  await other`create table notes (text text)`;
});
afterAll(() => other.end());

const notes = async () => (await other`select text from notes order by text`).map(({ text }) => text);
const note = (text: string) => sql`insert into notes values (${text})`;
const cut = () => other`select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

test("what a transaction did is kept when it ends, and gone when it throws", async () => {
  await db.transaction(async (tx) => tx.execute(note("kept")));
  const failing = db.transaction(async (tx) => {
    await tx.execute(note("gone"));
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await notes()).toEqual(["kept"]);
});

test("a nested transaction is undone alone", async () => {
  await db.transaction(async (tx) => {
    await tx.execute(note("outer"));
    await tx
      .transaction(async (inner) => {
        await inner.execute(note("inner"));
        throw new Error("no");
      })
      .catch(() => {});
    await tx.transaction(async (inner) => inner.execute(note("second")));
  });
  expect(await notes()).toEqual(["kept", "outer", "second"]);
});

test("a failed statement that the caller ignores is no silent loss", async () => {
  const careless = db.transaction(async (tx) => {
    await tx.execute(note("lost"));
    await tx.execute(sql`select 1 / 0`).catch(() => {});
  });
  await expect(careless).rejects.toThrow(RolledBack);
  expect(await notes()).not.toContain("lost");
});

test("a statement that lacks a value fails at once by itself, and its transaction with it", async () => {
  const before = await notes();
  // What a type promises and an answer from outside doesn't have.
  const { text }: { text: string } = JSON.parse("{}");
  const insert = "insert into notes values ($1::text)";
  const incomplete = db.transaction(async (tx) => {
    const sent = ["with it", text, "after it"].map((value) => runPrepared(tx, insert, [value]));
    const [first, second, third] = await Promise.allSettled(sent);
    expect(first).toEqual({ status: "fulfilled", value: [] });
    expect(second).toMatchObject({ reason: { message: "A parameter of the statement is undefined." } });
    expect(third).toMatchObject({ reason: { code: "25P02" } });
  });
  await expect(incomplete).rejects.toThrow(RolledBack);
  expect(await notes()).toEqual(before);
});

test("after a lost connection nothing is written outside the transaction, and the pool goes on", async () => {
  const before = await notes();
  const interrupted = db.transaction(async (tx) => {
    await tx.execute(note("before"));
    await cut();
    // The pool has taken a new connection in the place of the lost one by now.
    await expect.poll(() => db.execute(sql`select 1`).catch(() => [])).toHaveLength(1);
    await tx.execute(note("after")).catch(() => {});
    await tx.execute(note("after that"));
  });
  await expect(interrupted).rejects.toSatisfy((error) => error.cause instanceof ConnectionLost);
  expect(await notes()).toEqual(before);
  const many = Array.from({ length: 30 }, (_, n) =>
    db.transaction((tx) => tx.execute(sql`select ${n}::int`)),
  );
  await expect(Promise.all(many)).resolves.toHaveLength(30);
});
