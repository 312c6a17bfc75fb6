import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readPostmaster, stopPostmaster } from "@/scripts/postgres/leftover";
import type { Needed } from "@/scripts/support/lifetime";
import { isAlive } from "@/scripts/support/processes";

let dataFolder = "";
const cluster = () => join(dataFolder, "postgres");

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "");
  dataFolder = mkdtempSync(join(tmpdir(), "gatehouse-data-"));
  // Root starts PostgreSQL as somebody else, who has to get in.
  chmodSync(dataFolder, 0o755);
  vi.resetModules();
  vi.doMock("@/scripts/support/root", async (original) => ({ ...(await original<object>()), dataFolder }));
});
afterEach(async () => {
  await stopPostmaster(cluster());
  rmSync(dataFolder, { recursive: true });
  vi.doUnmock("@/scripts/support/root");
  vi.resetModules();
  vi.unstubAllEnvs();
});

/** Has the database of a run provided. @returns what the run goes on only as long as it has */
async function provided(ownDatabase: boolean) {
  const needed: Needed[] = [];
  const { provideDatabase } = await import("@/scripts/services/provide-database");
  const life = { guard: { add() {} }, onEnd() {}, watch: (each: Needed) => void needed.push(each) };
  const env = { DATABASE_URL: "postgres://ada@db.example.com/shop" };
  const { DATABASE_URL, whenUp } = await provideDatabase(life, { ownDatabase, notes: [], env });
  await whenUp();
  return { DATABASE_URL, needed };
}

/** Uses the bundled database for the occasion. @returns the server's process while it was used */
async function useDatabase(meanwhile: () => void): Promise<number> {
  const { withDatabase } = await import("@/scripts/services/database");
  let pid = 0;
  await withDatabase(async () => {
    pid = readPostmaster(cluster())?.pid ?? 0;
    meanwhile();
  });
  return pid;
}

test("a database that was started for the occasion is ended, and left to a run that uses it by now", async () => {
  const alone = await useDatabase(() => {});
  expect([alone > 0, isAlive(alone)]).toEqual([true, false]);
  const other = spawn(process.execPath, ["-e", "process.stdin.resume()", "scripts/dev.ts"]);
  const shared = await useDatabase(() => {
    writeFileSync(join(dataFolder, "running.json"), JSON.stringify({ pid: other.pid, children: [] }));
  });
  expect(isAlive(shared)).toBe(true);
  other.kill();
});

test("a run hears that its database ended", async () => {
  const { needed } = await provided(true);
  process.kill(readPostmaster(cluster())?.pid ?? 0, "SIGKILL");
  const [{ name, ended } = { name: "nothing", ended: undefined }] = needed;
  expect([name, await ended]).toEqual(["PostgreSQL", undefined]);
});

test("a server of the developer's own is used as it is, and is theirs to watch", async () => {
  expect(await provided(false)).toEqual({ DATABASE_URL: "postgres://ada@db.example.com/shop", needed: [] });
});
