import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { jobs } from "@/lib/billing/jobs";
import { schedule } from "@/lib/billing/plan/schedule";
import { cronItems } from "@/lib/jobs/scheduled";

const folder = new URL("../../../../lib/billing/jobs/", import.meta.url);
const files = readdirSync(folder).filter((name) => name !== "index.ts");

test.each(files)("the job in %s is known to workers, under its file's name", async (file) => {
  const name = file.replace(/\.ts$/, "");
  const { default: job } = await import(`../../../../lib/billing/jobs/${name}.ts`);
  expect(jobs).toContain(job);
  expect(job.name).toBe(name);
});

test.each(schedule)(
  "what is to be done at $cron, $job, is a job that takes what it is told",
  ({ job, payload }) => {
    const known = jobs.find(({ name }) => name === job);
    expect(known?.payload.safeParse(payload)).toMatchObject({ success: true });
  },
);

test("every time of the schedule can be read", () => {
  expect(cronItems(schedule)).toHaveLength(schedule.length);
});
