import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findWrongImports } from "./checks/imports";
import { checkLock } from "./checks/lock";
import { sourceFiles } from "./checks/sources";
import { program, runNode } from "./support/command";
import { run } from "./support/fault";
import { root } from "./support/root";
import { expectNone } from "./support/words";

type Outcome = { ok: boolean; output: string };

const steps: readonly [name: string, work: () => Promise<Outcome>][] = [
  ["lock file", checkLock],
  ["route types", routeTypes],
  ["types", () => tool("tsc", "--noEmit", "--incremental", "false")],
  ["format and lint", () => tool("biome", "check", ".")],
  ["unused code", () => tool("knip")],
  ["import direction", importDirection],
];

const usage =
  "npm run check    types, formatter and linter, unused code, the direction of imports; changes nothing";

/** `npm run check`: everything that can be known without running a test; all of it, even after a failure. */
await run(async () => {
  expectNone(process.argv.slice(2), usage);
  let failed = 0;
  for (const [name, work] of steps) {
    const { ok, output } = await work();
    console.log(`${ok ? "ok    " : "FAILED"}  ${name}`);
    if (!ok || output.startsWith("note")) console.log(`${output.trim()}\n`);
    if (!ok) failed += 1;
  }
  console.log(failed === 0 ? "\nAll checks passed." : `\n${failed} of ${steps.length} checks failed.`);
  if (failed > 0) process.exitCode = 1;
}, usage);

async function tool(command: string, ...args: string[]): Promise<Outcome> {
  const env = { NEXT_TELEMETRY_DISABLED: "1" };
  const { code, output } = await runNode([program(command), ...args], { env, quiet: true });
  return { ok: code === 0, output };
}

/** What `npm run dev` wrote of routes would be checked too, and with it those that have been taken away since. */
async function routeTypes(): Promise<Outcome> {
  rmSync(join(root, ".next/dev/types"), { recursive: true, force: true });
  return tool("next", "typegen");
}

async function importDirection(): Promise<Outcome> {
  const wrong = sourceFiles().flatMap((path) =>
    findWrongImports(path, readFileSync(join(root, path), "utf8")),
  );
  return { ok: wrong.length === 0, output: wrong.join("\n") };
}
