import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { assertLocal, serverVariable, templateName } from "./server";

export type TestDatabase = { url: string; drop(): Promise<void> };

/** Seconds without a use after which the connection to the server is closed. */
const IDLE = 5;

/** One connection for all that a process asks of the server: to open one takes longer than most of what it is for. */
const kept: typeof globalThis & { testServer?: postgres.Sql } = globalThis;

/**
 * Makes a migrated, empty database of one's own (about 30 ms). Drop it when done; what is forgotten goes
 * with the run's server.
 *
 * @throws when the server isn't on this machine
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  // Its files are copied as they are, what the server has worked out of them for a first connection too.
  await onServer().unsafe(`create database ${name} template ${templateName} strategy file_copy`);
  const url = new URL(server());
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await onServer().unsafe(`drop database if exists ${name} with (force)`);
    },
  };
}

/** How many connections of an application are open to a database. */
export async function connectionsOf(application: string, { url }: TestDatabase): Promise<number> {
  const name = new URL(url).pathname.slice(1);
  const [row] = await onServer()<{ open: number }[]>`
    select count(*)::int as open from pg_stat_activity
    where datname = ${name} and application_name = ${application}`;
  return row?.open ?? 0;
}

function server(): string {
  const address = process.env[serverVariable];
  if (!address)
    throw new Error(`${serverVariable} is unset: run the tests by vitest or npm test, which start a server.`);
  return assertLocal(address);
}

function onServer(): postgres.Sql {
  kept.testServer ??= postgres(server(), { max: 1, idle_timeout: IDLE, onnotice: () => {} });
  return kept.testServer;
}
