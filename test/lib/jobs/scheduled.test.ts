import { expect, test, vi } from "vitest";
import { z } from "zod";
import { job } from "@/lib/jobs/job";
import { at, cronItems } from "@/lib/jobs/scheduled";

const run = vi.fn(async () => {});
const daily = job("daily", { payload: z.object({ days: z.number() }), run });

test("a line of the schedule is one job at a time, whatever the number of workers", () => {
  const [item] = cronItems([at("17 3 * * *", daily, { days: 90 })]);
  expect(item).toMatchObject({
    task: "daily",
    payload: { days: 90 },
    options: { queueName: "daily", jobKey: "daily:schedule", backfillPeriod: 0 },
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
