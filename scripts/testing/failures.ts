import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import { root } from "../support/root";

const vitest = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const spec = z.object({
  file: z.string(),
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
    }),
  ),
});
const suite = z.object({
  specs: z.array(spec).default([]),
  get suites() {
    return z.array(suite).optional();
  },
});
const playwright = z.object({ suites: z.array(suite) });

/**
 * Names what failed by the JSON report of vitest or Playwright, each with its file and the first line of what was wrong:
 * to be printed last, where thousands of lines about the rest don't hide it.
 */
export function readFailures(report: unknown): string[] {
  const unit = vitest.safeParse(report).data;
  if (unit) return unit.testResults.flatMap(failedIn);
  const stories = playwright.safeParse(report).data;
  return stories ? stories.suites.flatMap(failedStories) : [];
}

function failedIn({
  name,
  status,
  message,
  assertionResults,
}: z.infer<typeof vitest>["testResults"][number]) {
  const file = relative(root, name);
  const failed = assertionResults.filter((test) => test.status === "failed");
  // A file that couldn't be loaded has no tests that failed.
  if (failed.length === 0) return status === "failed" ? [line(file, "the file", message)] : [];
  return failed.map(({ fullName, failureMessages }) => line(file, fullName, failureMessages?.[0]));
}

function failedStories({ specs, suites = [] }: z.infer<typeof suite>): string[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) => line(`e2e/${file}`, title, results.find(({ error }) => error)?.error?.message)),
  );
  return [...own, ...suites.flatMap(failedStories)];
}

function line(file: string, test: string, message = ""): string {
  const [first = ""] = stripVTControlCharacters(message).split("\n");
  return `${file} › ${test}${first && `: ${first}`}`;
}
