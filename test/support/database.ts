import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { assertLocal, serverVariable, templateName } from "./server";

export type TestDatabase = { url: string; drop(): Promise<void> };

/**
 * Makes a migrated, empty database of one's own (about 30 ms). Drop it when done; what is forgotten goes
 * with the run's server.
 *
 * @throws when the server isn't on this machine
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  // Its files are copied as they are, what the server has worked out of them for a first connection too.
  await onServer(`create database ${name} template ${templateName} strategy file_copy`);
  const url = new URL(server());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

function server(): string {
  const address = process.env[serverVariable];
  if (!address)
    throw new Error(`${serverVariable} is unset: run the tests by vitest or npm test, which start a server.`);
  return assertLocal(address);
}

async function onServer(statement: string): Promise<void> {
  const sql = postgres(server(), { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
