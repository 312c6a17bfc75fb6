import { z } from "zod";

export type Totals = { passed: number; failed: number };

const vitest = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwright = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/**
 * Reads how many tests passed and failed from the JSON report of vitest or Playwright.
 *
 * @param code the runner's exit code: when it failed for another reason than a test (a file that doesn't
 * load, an error between tests), or left no report, that counts as one failure
 */
export function readTotals(report: unknown, code: number): Totals {
  const found = counted(report);
  return code !== 0 && found.failed === 0 ? { ...found, failed: 1 } : found;
}

function counted(report: unknown): Totals {
  const unit = vitest.safeParse(report).data;
  if (unit) return { passed: unit.numPassedTests, failed: unit.numFailedTests };
  const stories = playwright.safeParse(report).data?.stats;
  if (!stories) return { passed: 0, failed: 0 };
  // A story that passes only the second time is not one to rely on.
  return { passed: stories.expected, failed: stories.unexpected + stories.flaky };
}

/** What two runs come to together. */
export const add = (one: Totals, other: Totals): Totals => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
});

/** The line that ends a test run. */
export const describe = ({ passed, failed }: Totals): string => `${passed} passed, ${failed} failed`;
