import type { Database } from "@/db/client";

const kept: typeof globalThis & { gatehouseDatabase?: unknown } = globalThis;

/** The application keeps one pool of connections for its process, which is to the database of another file. */
export function forgetPool(): void {
  delete kept.gatehouseDatabase;
}

/** Has the application use this database until it is forgotten. */
export function usePool(database: Database): void {
  kept.gatehouseDatabase = database;
}
