import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "@/scripts/support/root";

/** Runs a program of these words as the commands are run. */
function runOf(words: string) {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-run-"));
  const file = join(folder, "program.ts");
  writeFileSync(file, words);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "scripts/run.js"), file], {
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  return { status, stdout, stderr };
}

test("a file that is no TypeScript is named with its line, and no stack of what has read it", () => {
  const { status, stderr } = runOf("export const plans = [{ key: ];\n");
  expect(status).toBe(1);
  expect(stderr).toContain("program.ts:1:");
  expect(stderr).not.toMatch(/^\s+at /m);
});
