import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, type Transaction } from "@/db/client";
import { jobKeys } from "@/db/schema/jobs";
import { enqueue } from "@/lib/jobs/enqueue";
import { forgetKeys } from "@/lib/jobs/forget-keys";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { noting, queued } from "./support/noting";
import { useWorkers } from "./support/worker";

const start = useWorkers(useTestDatabase());

/** How many statements of this database wait for another transaction. */
async function waitingForLocks() {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);
  return row?.count;
}

/** How many jobs a transaction has read by going through all of them. */
async function readInOrder(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select seq_tup_read::int as count from pg_stat_xact_user_tables where relid = 'graphile_worker._private_jobs'::regclass`);
  return row?.count ?? Number.NaN;
}

test("a job runs as soon as the transaction that asks for it is committed, and not before", async () => {
  const [first, second] = [noting("first"), noting("second")];
  await start({ jobs: [first.job, second.job] });
  // A worker that has only begun writes down the names of its jobs, for which it may have to wait for the transaction.
  await second.ask(1);
  await eventually(() => expect(second.seen).toEqual([1]));
  await db.transaction(async (tx) => {
    await enqueue(tx, first.job, { number: 1 }, { key: "1" });
    await second.ask(2);
    await eventually(() => expect(second.seen).toEqual([1, 2]));
    expect(first.seen).toEqual([]);
  });
  await eventually(() => expect(first.seen).toEqual([1]));
  await eventually(async () => expect(await queued("first")).toHaveLength(0));
});

test("a job asked for in a transaction that is rolled back never runs, and can be asked for again", async () => {
  const { seen, job, ask } = noting("undone");
  const undone = db.transaction(async (tx) => {
    await enqueue(tx, job, { number: 1 }, { key: "1" });
    throw new Error("undo");
  });
  await expect(undone).rejects.toThrow("undo");
  expect(await queued("undone")).toHaveLength(0);
  await start({ jobs: [job] });
  expect(await ask(1)).toBe(true);
  await eventually(() => expect(seen).toEqual([1]));
});

test("a job is done once for a key, also when it is asked for after it is done", async () => {
  const { seen, job, ask } = noting("once");
  expect(await ask(1)).toBe(true);
  expect(await ask(1)).toBe(false);
  await start({ jobs: [job] });
  await eventually(async () => expect(await queued("once")).toHaveLength(0));
  expect(await ask(1)).toBe(false);
  expect(await ask(2)).toBe(true);
  await eventually(() => expect(seen).toEqual([1, 2]));
});

test("two transactions that ask for the same job at once add one, also when the first is rolled back", async () => {
  const { job, ask } = noting("contended");
  let second: Promise<boolean> | undefined;
  const first = db.transaction(async (tx) => {
    await enqueue(tx, job, { number: 1 }, { key: "1" });
    second = ask(1);
    await eventually(async () => expect(await waitingForLocks()).toBe(1));
    throw new Error("undo");
  });
  await expect(first).rejects.toThrow("undo");
  expect(await second).toBe(true);
  expect(await queued("contended")).toHaveLength(1);
});

test("a job is added without looking through those that wait", async () => {
  const { job } = noting("one more");
  await db.transaction(async (tx) => {
    const ask = (number: number) => enqueue(tx, job, { number }, { key: String(number) });
    // PostgreSQL decides how to go about it while there are few, and keeps to that.
    for (let number = 1; number <= 10; number++) expect(await ask(number)).toBe(true);
    await tx.execute(sql`
      select graphile_worker.add_job(${job.name}, '{"number": 0}') from generate_series(1, 500)`);
    const before = await readInOrder(tx);
    for (let number = 11; number <= 20; number++) expect(await ask(number)).toBe(true);
    expect(await readInOrder(tx)).toBe(before);
  });
});

test("a payload that isn't of the job's shape is refused where it is asked for", async () => {
  const { job } = noting("shaped");
  await expect(enqueue(db, job, { number: Number.NaN }, { key: "1" })).rejects.toThrow("number");
  expect(await queued("shaped")).toHaveLength(0);
});

test("keys are forgotten after their time, but not those of jobs that still wait", async () => {
  const done = noting("past");
  const waits = noting("waits");
  await Promise.all([done.ask(1), waits.ask(1)]);
  await start({ jobs: [done.job] });
  await eventually(async () => expect(await queued("past")).toHaveLength(0));
  await forgetKeys(db, 30);
  expect(await done.ask(1)).toBe(false);
  await db.execute(
    sql`insert into job_keys (key) select 'one of many ' || n from generate_series(1, 11000) n`,
  );
  await db.update(jobKeys).set({ createdAt: sql`now() - interval '31 days'` });
  await forgetKeys(db, 30);
  expect(await db.$count(jobKeys, sql`key like 'one of many%'`)).toBe(0);
  expect(await waits.ask(1)).toBe(false);
  expect(await done.ask(1)).toBe(true);
  await expect(forgetKeys(db, 29)).rejects.toThrow("30 days");
});
