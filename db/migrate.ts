import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations } from "graphile-worker";
import postgres from "postgres";
import { keepInline } from "./inline";
import { openPgPool } from "./pg-pool";

const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));

/** One lock for every instance of this application on the same database. */
const LOCK = 7_283_645_019;

/**
 * Brings the database at `url` to the newest schema, the job queue's (graphile_worker) included. Any number of
 * instances may call it at once: one migrates, the others wait and find nothing left to do.
 *
 * @throws whatever PostgreSQL answers; a migration that fails is rolled back.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${LOCK})`;
    await migrate(drizzle({ client }), { migrationsFolder: MIGRATIONS });
    await keepInline(client);
    await migrateQueue(url);
  } finally {
    await client.end();
  }
}

async function migrateQueue(url: string): Promise<void> {
  const pgPool = openPgPool(url, { max: 1 });
  pgPool.on("error", () => {});
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => {}) });
  } finally {
    await pgPool.end();
  }
}
