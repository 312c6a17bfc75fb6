import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { isAlive } from "@/scripts/support/processes";
import { nodeArguments } from "@/scripts/support/typescript";
import { until } from "@/scripts/support/wait";

/** A command that starts a server in a group of its own, hands it and a folder to a guard, and says its id. */
const command = (folder: string) => `
  import { spawn } from "node:child_process";
  import { startGuard } from "${process.cwd()}/scripts/support/guard";
  const guard = startGuard();
  const server = spawn("sleep", ["600"], { detached: true, stdio: "ignore" });
  guard.add({ remove: ${JSON.stringify(folder)} });
  guard.add({ group: server.pid });
  console.log(server.pid);
  setInterval(() => {}, 1000);
`;

const scripts = mkdtempSync(join(tmpdir(), "gatehouse-command-"));
afterAll(() => rmSync(scripts, { recursive: true }));

test("when a command is killed, what it started and its folder go too", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-guard-"));
  const file = join(scripts, "command.mts");
  writeFileSync(file, command(folder));
  const killed = spawn(process.execPath, nodeArguments(file), { stdio: ["ignore", "pipe", "inherit"] });
  const server = Number(await new Promise<Buffer>((resolve) => killed.stdout.once("data", resolve)));
  expect(isAlive(server)).toBe(true);

  killed.kill("SIGKILL");

  expect(await until(() => (isAlive(server) ? undefined : "gone"), 10_000)).toBe("gone");
  expect(await until(() => (existsSync(folder) ? undefined : "gone"), 10_000)).toBe("gone");
});
