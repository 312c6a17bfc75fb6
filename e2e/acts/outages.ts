import postgres from "postgres";
import { assertLocal, serverVariable } from "@/test/support/server";
import type { Application } from "../support/application";

/** Takes the application's database away: everybody is disconnected and nobody gets in. */
export async function stopDatabase({ databaseUrl }: Application): Promise<void> {
  await onServer(async (sql) => {
    const name = databaseName(databaseUrl);
    await sql`alter database ${sql(name)} with allow_connections false`;
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  });
}

/** Gives it back. */
export async function startDatabase({ databaseUrl }: Application): Promise<void> {
  await onServer((sql) => sql`alter database ${sql(databaseName(databaseUrl))} with allow_connections true`);
}

function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}

async function onServer(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(assertLocal(process.env[serverVariable] ?? ""), { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
