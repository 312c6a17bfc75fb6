import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Postgres, startPostgres } from "@/scripts/postgres/start";
import { anyFreePort } from "@/scripts/support/ports";
import { isAlive } from "@/scripts/support/processes";
import { until } from "@/scripts/support/wait";

let parent = "";
let folder = "";
let port = 0;
const started: Postgres[] = [];

beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), "gatehouse-launcher-"));
  folder = join(parent, "postgres");
  port = await anyFreePort();
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  rmSync(parent, { recursive: true, force: true });
});

async function start(throwaway = true): Promise<Postgres> {
  const server = await startPostgres({ folder, port, throwaway });
  started.push(server);
  return server;
}

async function query(server: Postgres, statement: string) {
  const sql = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

test("what was stored is there after a stop and a start", async () => {
  const first = await start();
  await query(first, "create table kept as select 42 as answer");
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);

  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await query(second, "select answer from kept")).toEqual([{ answer: 42 }]);
});

test("a server that runs already is taken over, wherever it listens", async () => {
  const first = await start();
  const second = await startPostgres({ folder, port: await anyFreePort() });
  expect(second).toMatchObject({ adopted: true, pid: first.pid, port: first.port });
});

test("a server ended by kill -9 loses nothing, and doesn't stop the next", async () => {
  const first = await start(false);
  await query(first, "create table kept as select 42 as answer");
  process.kill(first.pid, "SIGKILL");
  await until(() => (isAlive(first.pid) ? undefined : true), 5_000);

  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await query(second, "select answer from kept")).toEqual([{ answer: 42 }]);
});

test("a pid file naming somebody else's process is cleared away", async () => {
  const first = await start();
  const file = join(folder, "postmaster.pid");
  const lines = readFileSync(file, "utf8").split("\n");
  await first.stop();
  writeFileSync(file, [String(process.pid), ...lines.slice(1)].join("\n"));

  expect((await start()).adopted).toBe(false);
});

test("an interrupted first start leaves nothing that stops the next", async () => {
  mkdirSync(`${folder}.new/base`, { recursive: true });
  await start();
  expect(existsSync(`${folder}.new`)).toBe(false);
});

test("a taken port is named", async () => {
  const other = createServer().listen(port, "127.0.0.1");
  await expect(start()).rejects.toThrow(`port ${port} is taken`);
  other.close();
});

test("only this machine can connect", async () => {
  const server = await start();
  expect(await query(server, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
});

test("files made by another version of PostgreSQL are left alone, and said", async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, "PG_VERSION"), "17\n");
  await expect(start()).rejects.toThrow("was made by PostgreSQL 17");
  expect(readFileSync(join(folder, "PG_VERSION"), "utf8")).toBe("17\n");
});
