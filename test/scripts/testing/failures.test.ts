import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "@/scripts/support/root";
import { readFailures } from "@/scripts/testing/failures";

test("vitest's failed tests are named, with their file and what was wrong first of all", () => {
  const passed = { status: "passed", fullName: "all is well", failureMessages: [] };
  const failed = {
    status: "failed",
    fullName: "money is whole",
    failureMessages: ["\u001b[31mError: 1.5 isn't whole\u001b[39m\n    at somewhere"],
  };
  const report = {
    testResults: [
      { name: join(root, "test/good.test.ts"), status: "passed", assertionResults: [passed] },
      { name: join(root, "test/money.test.ts"), status: "failed", assertionResults: [passed, failed] },
      {
        name: join(root, "test/broken.test.ts"),
        status: "failed",
        message: "No such module\n",
        assertionResults: [],
      },
    ],
  };
  expect(readFailures(report)).toEqual([
    "test/money.test.ts › money is whole: Error: 1.5 isn't whole",
    "test/broken.test.ts › the file: No such module",
  ]);
});

test("Playwright's failed stories are named, however deep they stand, and those that passed the second time", () => {
  const story = (title: string, status: string, message?: string) => ({
    file: "buying.spec.ts",
    title,
    tests: [{ status, results: [message ? { error: { message } } : {}] }],
  });
  const report = {
    suites: [
      {
        specs: [story("pays", "expected"), story("is declined", "unexpected", "Error: no button\n…")],
        suites: [{ specs: [story("pays at last", "flaky", "Timeout")] }],
      },
    ],
  };
  expect(readFailures(report)).toEqual([
    "e2e/buying.spec.ts › is declined: Error: no button",
    "e2e/buying.spec.ts › pays at last: Timeout",
  ]);
});

test("a report that is neither names nothing", () => {
  expect(readFailures(undefined)).toEqual([]);
  expect(readFailures({ suites: 5 })).toEqual([]);
});
