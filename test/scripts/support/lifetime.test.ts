import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { nodeArguments } from "@/scripts/support/typescript";

const scripts = mkdtempSync(join(tmpdir(), "gatehouse-lifetime-"));
afterAll(() => rmSync(scripts, { recursive: true }));

/** Runs a command that does this with its `life`. */
async function living(body: string) {
  const file = join(scripts, `living-${randomUUID()}.mts`);
  const source = `
    import { startLifetime } from "${process.cwd()}/scripts/support/lifetime";
    const life = startLifetime();
    ${body}
  `;
  writeFileSync(file, source);
  return promisify(execFile)(process.execPath, nodeArguments(file)).then(
    () => ({ code: 0, stderr: "" }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
  );
}

test("what fails because Ctrl-C reached it first is no error", async () => {
  const ended = await living(`
    life.fail(new Error("The service was stopped"));
    process.kill(process.pid, "SIGINT");
  `);
  expect(ended).toEqual({ code: 130, stderr: "" });
});

test("what fails by itself is told", async () => {
  const { code, stderr } = await living('life.fail(new Error("The service was stopped"));');
  expect(stderr).toContain("The service was stopped");
  expect(code).toBe(1);
});

test("of a service that was killed the signal is told", async () => {
  const { stderr } = await living(`
    const { startService } = await import("${process.cwd()}/scripts/support/service");
    const args = ["-e", "process.stdin.resume(); setInterval(() => {}, 1000)"];
    const service = startService({ name: "The stand-in", args, env: process.env, guard: life.guard });
    life.needs(service);
    process.kill(service.pid, "SIGKILL");
  `);
  expect(stderr.trim()).toBe("The stand-in ended by itself (SIGKILL).");
});

test("where something that it can't go without ends by itself, the whole ends and says what that said", async () => {
  const { code, stderr } = await living(`
    life.onEnd(() => console.error("The rest was stopped"));
    life.watch({ name: "PostgreSQL", ended: Promise.resolve(undefined), said: () => "FATAL: no space left" });
    setInterval(() => {}, 1_000);
  `);
  expect(stderr.trim().split("\n")).toEqual([
    "PostgreSQL ended by itself.",
    "FATAL: no space left",
    "The rest was stopped",
  ]);
  expect(code).toBe(1);
});
