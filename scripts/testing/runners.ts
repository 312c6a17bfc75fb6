import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { program, runNode } from "../support/command";
import { readFailures } from "./failures";
import { readTotals, type Totals } from "./totals";

export type Kind = "unit" | "e2e";

/** How each runner is called, and where it is told to leave its report. */
const runners: Record<Kind, (report: string) => { args: string[]; env: Record<string, string> }> = {
  unit: (report) => ({
    args: [program("vitest"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    env: {},
  }),
  e2e: (report) => ({
    args: [program("playwright"), "test", "--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  }),
};

/**
 * Runs the tests of one kind, printing as they go.
 *
 * @param passed arguments for the runner: files, filters
 * @param given environment for the runner
 * @returns how many passed and failed, and the names of those that failed
 */
export async function runTests(
  kind: Kind,
  passed: readonly string[],
  given: Readonly<Record<string, string>> = {},
): Promise<Totals & { failures: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-report-"));
  const file = join(folder, "report.json");
  const { args, env } = runners[kind](file);
  try {
    const { code } = await runNode([...args, ...passed], { env: { ...env, ...given } });
    const report = readReport(file);
    return { ...readTotals(report, code), failures: readFailures(report) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
