import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Postgres, startPostgres } from "@/scripts/postgres/start";
import { anyFreePort } from "@/scripts/support/ports";
import { isAlive } from "@/scripts/support/processes";
import { until } from "@/scripts/support/wait";
import { quickFolder } from "@/test/support/quick-folder";

let made = "";
let parent = "";
let folder = "";
let port = 0;
const started: Postgres[] = [];

beforeAll(async () => {
  made = mkdtempSync(join(quickFolder(), "gatehouse-launcher-"));
  const first = await startPostgres({ folder: join(made, "postgres"), port: await anyFreePort() });
  await first.stop();
});

afterAll(() => rmSync(made, { recursive: true, force: true }));

beforeEach(async () => {
  parent = mkdtempSync(join(quickFolder(), "gatehouse-launcher-"));
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

/** Its folder is one that has been started in before: to make one takes longer than all else here. */
function startAgain(throwaway = true): Promise<Postgres> {
  cpSync(join(made, "postgres"), folder, { recursive: true });
  return start(throwaway);
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
  const first = await startAgain();
  await query(first, "create table kept as select 42 as answer");
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);

  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await query(second, "select answer from kept")).toEqual([{ answer: 42 }]);
});

test("a server that runs already is taken over, wherever it listens", async () => {
  const first = await startAgain();
  const second = await startPostgres({ folder, port: await anyFreePort() });
  expect(second).toMatchObject({ adopted: true, pid: first.pid, port: first.port });
});

test("a server ended by kill -9 loses nothing, and doesn't stop the next", async () => {
  const first = await startAgain(false);
  await query(first, "create table kept as select 42 as answer");
  process.kill(first.pid, "SIGKILL");
  await until(() => (isAlive(first.pid) ? undefined : true), 5_000);

  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await query(second, "select answer from kept")).toEqual([{ answer: 42 }]);
});

test("that it ended is heard of, of one that was taken over too, and what it said is there", async () => {
  const first = await startAgain();
  const second = await start();
  process.kill(first.pid, "SIGKILL");
  await Promise.all([first.ended(), second.ended()]);
  expect(isAlive(first.pid)).toBe(false);
  expect(second.said()).toContain("ready to accept connections");
});

test("a pid file naming somebody else's process is cleared away", async () => {
  const first = await startAgain();
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
  const server = await startAgain();
  expect(await query(server, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
});

test("files made by another version of PostgreSQL are left alone, and said", async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, "PG_VERSION"), "17\n");
  await expect(start()).rejects.toThrow("was made by PostgreSQL 17");
  expect(readFileSync(join(folder, "PG_VERSION"), "utf8")).toBe("17\n");
});
