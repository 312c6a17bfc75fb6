import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { migrateDatabase } from "@/db/migrate";
import { startPostgres } from "@/scripts/postgres/start";
import { type Guard, startGuard } from "@/scripts/support/guard";
import { anyFreePort } from "@/scripts/support/ports";

/** A PostgreSQL of the benchmark's own. */
export type Server = {
  guard: Guard;
  /** Makes a migrated, empty database and returns its address. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
};

/** Starts it in a temporary folder, as durable as in production: a commit is on disk when it is answered. */
export async function startServer(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-bench-"));
  const data = join(folder, "postgres");
  const guard = startGuard();
  guard.add({ remove: folder });
  guard.add({ postgres: data });
  const server = await startPostgres({ folder: data, port: await anyFreePort() });
  return {
    guard,
    async createDatabase(name) {
      const sql = postgres(server.url("postgres"), { max: 1 });
      await sql`create database ${sql(name)}`;
      await sql.end();
      await migrateDatabase(server.url(name));
      return server.url(name);
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
