import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { migrateDatabase } from "@/db/migrate";
import { startPostgres } from "@/scripts/postgres/start";
import { startGuard } from "@/scripts/support/guard";
import { anyFreePort } from "@/scripts/support/ports";
import { quickFolder } from "./quick-folder";
import { assertLocal, serverVariable, templateName } from "./server";

/**
 * Starts the one PostgreSQL of a test run, in a temporary folder on a free port, and prepares the migrated
 * database that every test database is copied from. Its address goes to the workers by the environment; a
 * server of one's own can be named there instead.
 *
 * @returns what ends it and removes its folder, which a guard does too when the run is killed
 */
export async function startTestPostgres(): Promise<() => Promise<void>> {
  const own = process.env[serverVariable];
  if (own) {
    await prepareTemplate(assertLocal(own));
    return async () => {};
  }
  const folder = mkdtempSync(join(quickFolder(), "gatehouse-test-"));
  const guard = startGuard();
  guard.add({ remove: folder });
  const data = join(folder, "postgres");
  guard.add({ postgres: data });
  const server = await startPostgres({ folder: data, port: await anyFreePort(), throwaway: true });
  process.env[serverVariable] = server.url("postgres");
  await prepareTemplate(server.url("postgres"));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function prepareTemplate(address: string): Promise<void> {
  const sql = postgres(address, { max: 1, onnotice: () => {} });
  await sql.unsafe(`drop database if exists ${templateName} with (force)`);
  await sql.unsafe(`create database ${templateName}`);
  await sql.end();
  const template = new URL(address);
  template.pathname = `/${templateName}`;
  await migrateDatabase(template.href);
}
