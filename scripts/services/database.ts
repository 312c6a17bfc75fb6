import { join } from "node:path";
import postgres from "postgres";
import { type Postgres, startPostgres } from "../postgres/start";
import { readEnvFiles } from "../support/env-files";
import type { Guard } from "../support/guard";
import { choosePort } from "../support/ports";
import { dataFolder } from "../support/root";

/** Where the bundled server is asked to listen; the next free port is taken when another program is there. */
const wantedPort = 54339;

/**
 * Starts the bundled PostgreSQL on the project's own data and makes the application's database there.
 *
 * @param guard ends it when we are killed
 * @returns the server, the database's address, and the port that was hoped for
 */
export async function startDatabase(
  guard?: Guard,
): Promise<{ server: Postgres; url: string; wantedPort: number }> {
  const folder = join(dataFolder, "postgres");
  guard?.add({ postgres: folder });
  const { port } = await choosePort(wantedPort);
  const server = await startPostgres({ folder, port });
  await createDatabase(server.url("postgres"), "gatehouse");
  return { server, url: server.url("gatehouse"), wantedPort };
}

async function createDatabase(address: string, name: string): Promise<void> {
  const sql = postgres(address, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!found) await sql`create database ${sql(name)}`;
  } finally {
    await sql.end();
  }
}

/**
 * Does something with the developer's database: DATABASE_URL where it is set, else the bundled server's,
 * started for the occasion unless it runs anyway.
 */
export async function withDatabase(work: (url: string) => Promise<void>): Promise<void> {
  readEnvFiles();
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL);
  const { server, url } = await startDatabase();
  try {
    await work(url);
  } finally {
    if (!server.adopted) await server.stop();
  }
}
