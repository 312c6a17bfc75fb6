import { parsePgArray } from "drizzle-orm/pg-core";
import postgres, { type Sql } from "postgres";
import { type Ask, unsafely } from "./asking";
import type { Patience } from "./connection";
import { Pool } from "./pool";
import { transactions } from "./transactions";

/** PostgreSQL's numbers for text[], varchar[] and uuid[]; arrays of anything else come as it writes them. */
const TEXTS = [1009, 1015, 2951];

/** Stripe waits longer for an answer, and so do people. */
const usual: Patience = { connecting: 5_000, answering: 20_000 };

/**
 * What Drizzle takes for postgres.js's client, over a pool of our own.
 *
 * @param address `postgres://…`; nothing is opened before the first query
 */
export function openPool(address: string, patience: Patience = usual): Sql {
  // Never connected: Drizzle changes how it reads and writes values, and the connections follow.
  const like = postgres(address);
  for (const type of TEXTS) like.options.parsers[type] = parsePgArray;
  const pool = new Pool(address, like, patience);
  const ask: Ask = async (asked, asValues) => {
    const connection = await pool.lend();
    return connection.run(asked, asValues).finally(() => pool.giveBack(connection));
  };
  return Object.assign(like, {
    unsafe: unsafely(ask),
    begin: transactions(pool),
    end: () => pool.end(),
  });
}
