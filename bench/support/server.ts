import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { migrateDatabase } from "@/db/migrate";
import { startPostgres } from "@/scripts/postgres/start";
import { Fault } from "@/scripts/support/fault";
import { type Guard, startGuard } from "@/scripts/support/guard";
import { anyFreePort } from "@/scripts/support/ports";
import { isAlive } from "@/scripts/support/processes";

/** A PostgreSQL of the benchmark's own. */
export type Server = {
  guard: Guard;
  pid: number;
  /** Makes a migrated, empty database and returns its address. */
  createDatabase(name: string): Promise<string>;
  /** Does now what PostgreSQL would come to do about all that was written, so that what follows isn't measured with it. */
  settle(databaseUrl: string): Promise<void>;
};

/**
 * Starts it in a temporary folder, as durable as in production (a commit is on disk when it is answered), and removes it
 * at the end.
 *
 * @throws what the work throws; an error once the server is gone in the middle of it
 */
export async function withServer<T>(work: (server: Server) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-bench-"));
  const data = join(folder, "postgres");
  const guard = startGuard();
  guard.add({ remove: folder });
  guard.add({ postgres: data });
  const server = await startPostgres({ folder: data, port: await anyFreePort() });
  const watch = watchProcess(server.pid);
  try {
    return await Promise.race([work({ guard, pid: server.pid, createDatabase, settle }), watch.gone]);
  } finally {
    watch.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }

  async function createDatabase(name: string): Promise<string> {
    const sql = postgres(server.url("postgres"), { max: 1 });
    await sql`create database ${sql(name)}`;
    await sql.end();
    await migrateDatabase(server.url(name));
    return server.url(name);
  }
}

async function settle(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 });
  await sql`vacuum analyze`;
  await sql`checkpoint`;
  await sql.end();
}

/** A client that waits for an answer may never learn that there will be none. */
function watchProcess(pid: number): { gone: Promise<never>; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const gone = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (!isAlive(pid)) reject(new Fault("The benchmark's PostgreSQL has ended in the middle of it."));
    }, 500);
  });
  return { gone, stop: () => clearInterval(timer) };
}
