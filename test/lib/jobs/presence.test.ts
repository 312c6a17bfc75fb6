import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { keepPresence } from "@/lib/jobs/presence";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";

const database = useTestDatabase();
vi.spyOn(console, "error").mockImplementation(() => {});

test("a connection that is ended while it is being made is made anew, and its end is nobody's fault", async () => {
  const unheard = vi.fn();
  process.on("unhandledRejection", unheard);
  const other = postgres(database.url, { max: 1 });
  // What is asked of a new connection waits for this, whoever asks it.
  await other`begin`;
  await other`lock table pg_catalog.pg_type in access exclusive mode`;
  const end = keepPresence(database.url, "made anew", 20);
  await eventually(async () => {
    const ended = await other`
      select pg_terminate_backend(pid) from pg_locks where not granted and relation = 'pg_catalog.pg_type'::regclass`;
    expect(ended.length).toBeGreaterThan(0);
  });
  await other`rollback`;
  await other.end();
  await eventually(async () => expect(await present()).toBe(1));
  await end();
  process.off("unhandledRejection", unheard);
  expect(unheard.mock.calls).toEqual([]);
});

test("the jobs of several workers that are gone are given back", async () => {
  for (const name of ["gone, or not", 'another "one"', "{third}"]) {
    await db.execute(sql`select graphile_worker.add_job('left')`);
    await db.execute(sql`
      update graphile_worker._private_jobs set locked_by = ${name}, locked_at = now() where locked_by is null`);
  }
  const end = keepPresence(database.url, "here", 20);
  await eventually(async () => {
    const left = await db.execute(sql`select 1 from graphile_worker.jobs where locked_by is not null`);
    expect(left).toHaveLength(0);
  });
  await end();
});

/** How many show at this moment that they live. */
async function present() {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from pg_locks
    where locktype = 'advisory' and classid = 728364
      and database = (select oid from pg_database where datname = current_database())`);
  return row?.count;
}
