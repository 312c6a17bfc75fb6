import { expect, test } from "vitest";
import { add, describe, readTotals } from "@/scripts/testing/totals";

const unit = { numPassedTests: 40, numFailedTests: 2, numTotalTests: 42 };
const stories = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 3 } };

test("vitest's report is counted", () => {
  expect(readTotals(unit, 1)).toEqual({ passed: 40, failed: 2 });
});

test("Playwright's report is counted, and a flaky story is a failed one", () => {
  expect(readTotals(stories, 1)).toEqual({ passed: 7, failed: 2 });
});

test("a runner that failed without a failed test counts as a failure", () => {
  expect(readTotals({ ...unit, numFailedTests: 0 }, 1)).toEqual({ passed: 40, failed: 1 });
  expect(readTotals(undefined, 1)).toEqual({ passed: 0, failed: 1 });
});

test("both reports add up to one line", () => {
  expect(describe(add(readTotals(unit, 1), readTotals(stories, 1)))).toBe("47 passed, 4 failed");
});
