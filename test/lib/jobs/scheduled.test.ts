import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { db } from "@/db/client";
import { deadLetters } from "@/lib/jobs/dead-letters";
import { job } from "@/lib/jobs/job";
import { at, cronItems } from "@/lib/jobs/scheduled";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { noting, queued } from "./support/noting";
import { useWorkers } from "./support/worker";

const start = useWorkers(useTestDatabase());
const run = vi.fn(async () => {});
const daily = job("daily", { payload: z.object({ days: z.number() }), attempts: 3, run });

test("a line of the schedule is one job at a time, whatever the number of workers", () => {
  const [item] = cronItems([at("17 3 * * *", daily, { days: 90 })]);
  expect(item).toMatchObject({
    task: "daily",
    payload: { days: 90 },
    options: { queueName: "daily", jobKey: "daily:schedule", maxAttempts: 3, backfillPeriod: 0 },
  });
  const time = { min: 17, hour: 3, date: 1, month: 1, dow: 4 };
  expect(item?.match(time)).toBe(true);
  expect(item?.match({ ...time, hour: 4 })).toBe(false);
});

test("a job by the clock is told its payload, and not when the clock struck", async () => {
  const attempt = { attempt: 1, signal: new AbortController().signal };
  await daily.run({ days: 90, _cron: { ts: "2026-01-01T03:17:00Z", backfilled: false } }, attempt);
  expect(run).toHaveBeenCalledExactlyOnceWith({ days: 90 }, attempt);
});

test("a line that is no time is refused when the worker starts", () => {
  expect(() => cronItems([at("every now and then", daily, { days: 90 })])).toThrow();
});

/** Puts a job into the queue as the clock does. */
const strike = (name: string) =>
  db.execute(sql`select graphile_worker.add_job(${name}, '{"number": 1}', queue_name => ${name},
    job_key => ${`${name}:schedule`}, max_attempts => 1)`);

test("a job that fails each time leaves one dead letter, not one for each time", async () => {
  const { seen, job } = noting("nightly", () => Promise.reject(new Error("down")));
  await start({ jobs: [job] });
  for (const times of [1, 2, 3]) {
    await strike("nightly");
    await eventually(() => expect(seen).toHaveLength(times));
    await eventually(async () =>
      expect(await queued("nightly")).toMatchObject([{ attempts: 1, held: false }]),
    );
  }
  expect(await deadLetters(db)).toMatchObject([{ job: "nightly", lastError: "down" }]);
});
