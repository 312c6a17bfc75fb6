import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { nodeArguments } from "@/scripts/support/typescript";

const scripts = mkdtempSync(join(tmpdir(), "gatehouse-lifetime-"));
afterAll(() => rmSync(scripts, { recursive: true }));

/** A command that hears of a failure, and of Ctrl-C with it where `interrupted`. */
async function failing({ interrupted }: { interrupted: boolean }) {
  const file = join(scripts, `failing-${interrupted}.mts`);
  const source = `
    import { startLifetime } from "${process.cwd()}/scripts/support/lifetime";
    const life = startLifetime();
    life.fail(new Error("The service was stopped"));
    ${interrupted ? 'process.kill(process.pid, "SIGINT");' : ""}
  `;
  writeFileSync(file, source);
  return promisify(execFile)(process.execPath, nodeArguments(file)).then(
    () => ({ code: 0, stderr: "" }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
  );
}

test("what fails because Ctrl-C reached it first is no error", async () => {
  expect(await failing({ interrupted: true })).toEqual({ code: 130, stderr: "" });
});

test("what fails by itself is told", async () => {
  const { code, stderr } = await failing({ interrupted: false });
  expect(stderr).toContain("The service was stopped");
  expect(code).toBe(1);
});
