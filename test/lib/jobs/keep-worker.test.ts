import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { keepWorker } from "@/lib/jobs/keep-worker";
import { CONNECTION_NAME } from "@/lib/jobs/worker";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { noting } from "./support/noting";

const database = useTestDatabase();
const print = vi.spyOn(console, "error").mockImplementation(() => {});

/** How many connections workers have. */
async function connections() {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and application_name = ${CONNECTION_NAME}`);
  return row?.count;
}

test("a worker waits for the database to be migrated, and says once that it does", async () => {
  await db.execute(sql`drop schema graphile_worker cascade`);
  const { seen, job, ask } = noting("early");
  const stop = keepWorker({ url: database.url, jobs: [job] });
  await eventually(() =>
    expect(print.mock.calls).toEqual([
      ["Jobs: the worker can't start yet:", expect.stringContaining("npm run db:migrate")],
    ]),
  );
  await migrateDatabase(database.url);
  await ask(1);
  await eventually(() => expect(seen).toEqual([1]));
  await stop(1_000);
  // They outlast the pool by a moment in which nobody would hear that they were broken.
  await eventually(async () => expect(await connections()).toBe(0));
});

test("a worker outlives the loss of every connection", async () => {
  const { seen, job, ask } = noting("cut");
  const stop = keepWorker({ url: database.url, jobs: [job], beat: 50 });
  await ask(1);
  await eventually(() => expect(seen).toEqual([1]));
  await db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  await ask(2);
  await eventually(() => expect(seen).toEqual([1, 2]));
  await stop(1_000);
});

test("a worker that waits for a database can be stopped", async () => {
  const stop = keepWorker({ url: "postgres://postgres@127.0.0.1:1/nowhere", jobs: [] });
  await stop(300);
});
