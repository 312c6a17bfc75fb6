import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { makeDue, noting, queued } from "./support/noting";
import { useWorkers } from "./support/worker";

const start = useWorkers(useTestDatabase());

/** Something to wait for, and what lets it happen. */
function gate() {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test("two workers share the work, and each job is done once", async () => {
  const { open, opened } = gate();
  // Nobody goes on until both have begun.
  const meet = () => {
    if (here.seen.length > 0 && there.seen.length > 0) open();
    return opened;
  };
  const here = noting("shared", meet);
  const there = noting("shared", meet);
  const numbers = Array.from({ length: 30 }, (_, number) => number);
  await Promise.all(numbers.map(here.ask));
  await Promise.all([here, there].map(({ job }) => start({ jobs: [job], concurrency: 2 })));
  await eventually(async () => expect(await queued("shared")).toHaveLength(0));
  expect([...here.seen, ...there.seen].sort((a, b) => a - b)).toEqual(numbers);
});

test("a worker that is stopped finishes what it does and leaves the rest to others", async () => {
  const done: number[] = [];
  const { open, opened } = gate();
  const slow = noting("finishing", async (number) => {
    await opened;
    done.push(number);
  });
  for (const number of [1, 2]) await slow.ask(number);
  const worker = await start({ jobs: [slow.job], concurrency: 1 });
  await eventually(() => expect(slow.seen).toHaveLength(1));
  const stopped = worker.stop(5_000);
  await sleep(50);
  open();
  await stopped;
  expect(done).toEqual(slow.seen);
  expect(await queued("finishing")).toMatchObject([{ attempts: 0, held: false }]);
});

test("a worker that is stopped doesn't wait longer than it may, and gives back what isn't done", async () => {
  const { open, opened } = gate();
  const endless = noting("endless", () => opened);
  await endless.ask(1);
  const worker = await start({ jobs: [endless.job] });
  await eventually(() => expect(endless.seen).toHaveLength(1));
  await worker.stop(200);
  expect(await queued("endless")).toMatchObject([{ attempts: 1, held: false }]);

  const after = noting("endless");
  await makeDue("endless");
  await start({ jobs: [after.job] });
  await eventually(() => expect(after.seen).toEqual([1]));
  open();
});

test("a worker with nothing to do stops at once", async () => {
  const worker = await start({ jobs: [] });
  // Longer than this test may take.
  await worker.stop(600_000);
});

test("long work hears that the worker is told to stop", async () => {
  const heard = vi.fn();
  const { seen, job, ask } = noting("listening");
  const listening = {
    ...job,
    run: async (payload: unknown, attempt: { attempt: number; signal: AbortSignal }) => {
      await job.run(payload, attempt);
      await new Promise((resolve) => attempt.signal.addEventListener("abort", resolve));
      heard(attempt.attempt);
    },
  };
  await ask(1);
  const worker = await start({ jobs: [listening] });
  await eventually(() => expect(seen).toEqual([1]));
  await worker.stop(5_000);
  expect(heard).toHaveBeenCalledExactlyOnceWith(1);
});

/** How many workers show that they live: a moment after they have begun. */
async function present(): Promise<number | undefined> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from pg_locks join pg_database on pg_database.oid = pg_locks.database
    where datname = current_database() and locktype = 'advisory' and classid = 728364`);
  return row?.count;
}

test("a living worker keeps the job it is busy with, however long that takes", async () => {
  const { open, opened } = gate();
  const long = noting("long", () => opened);
  await long.ask(1);
  await start({ jobs: [long.job], concurrency: 1 });
  await eventually(() => expect(long.seen).toHaveLength(1));
  await eventually(async () => expect(await present()).toBe(1));
  const idle = noting("long");
  await start({ jobs: [idle.job], beat: 20 });
  for (const number of [2, 3, 4, 5]) {
    await idle.ask(number);
    await eventually(() => expect(idle.seen).toContain(number));
  }
  await eventually(async () => expect(await queued("long")).toMatchObject([{ held: true, attempts: 1 }]));
  expect(idle.seen).toEqual([2, 3, 4, 5]);
  open();
  await eventually(async () => expect(await queued("long")).toHaveLength(0));
});
