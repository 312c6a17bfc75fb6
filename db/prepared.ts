import type { Database, Transaction } from "./client";

/** Whatever runs a statement: the pool, or one transaction. */
export type Executor = Database | Transaction;

/**
 * Runs one statement of our own writing, prepared once per connection: for what is hot, or beyond Drizzle's
 * builder. Parameters are text, numbers, booleans or null; anything else is written out by the caller.
 */
export function runPrepared<Row>(
  on: Executor,
  statement: string,
  parameters: readonly (string | number | boolean | null)[],
): Promise<Row[]> {
  const query = { sql: statement, params: [...parameters] };
  return on._.session
    .prepareQuery<{ execute: Row[]; all: unknown; values: unknown }>(query, undefined, "prepared", false)
    .execute();
}
