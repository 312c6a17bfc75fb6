import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { env } from "@/lib/env";
import { openPool } from "./open-pool";
import * as billing from "./schema/billing";
import * as identity from "./schema/identity";

const schema = { ...identity, ...billing };

export type Database = PostgresJsDatabase<typeof schema> & { $client: Sql };
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Development reloads modules, and each reload would open a pool of its own. */
const kept: typeof globalThis & { gatehouseDatabase?: Database } = globalThis;

function connected(): Database {
  kept.gatehouseDatabase ??= drizzle({
    client: openPool(env().DATABASE_URL),
    schema,
    casing: "snake_case",
  });
  return kept.gatehouseDatabase;
}

/**
 * The database. Nothing is read from the environment and nothing is opened before the first use, so
 * that a build needs neither.
 */
export const db: Database = new Proxy({} as Database, {
  get: (_, key) => Reflect.get(connected(), key),
  getPrototypeOf: () => Reflect.getPrototypeOf(connected()),
});
