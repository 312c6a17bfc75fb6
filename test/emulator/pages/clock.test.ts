import { expect, test } from "vitest";
import { JOBS } from "@/emulator/jobs";
import { secondsToNextMonth } from "@/emulator/pages/dashboard/clock-page";
import { JOB_WORDS } from "@/emulator/pages/dashboard/job-words";

test("everything that time brings about has words", () => {
  expect(Object.keys(JOBS).filter((name) => !Object.hasOwn(JOB_WORDS, name))).toEqual([]);
});

test.each([
  ["2026-11-22T08:55:10Z", "2026-12-22T08:55:10Z"],
  ["2026-12-31T00:00:00Z", "2027-01-31T00:00:00Z"],
  ["2027-01-31T12:00:00Z", "2027-02-28T12:00:00Z"],
  ["2028-01-30T12:00:00Z", "2028-02-29T12:00:00Z"],
])("a month after %s is %s", (from, to) => {
  const seconds = (text: string) => Date.parse(text) / 1_000;
  expect(seconds(from) + secondsToNextMonth(seconds(from))).toBe(seconds(to));
});
