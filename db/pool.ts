import postgres, { type Sql } from "postgres";
import { type Placed, transactions } from "./transactions";

/**
 * A pool of connections whose transactions survive, and are undone by, the loss of a connection.
 *
 * @param address `postgres://…`; nothing is opened before the first query
 */
export function openPool(address: string): Sql {
  const placed = new Map<number, Placed>();
  const waiting = new Map<string, Placed>();
  const client = postgres(address, {
    onnotice: () => {},
    onclose: (connection) => {
      const transaction = placed.get(connection);
      if (transaction) transaction.lost = true;
    },
  });
  // The only place where postgres.js tells which connection a statement goes to. Given at the start, it would
  // also take a stack trace for every statement.
  client.options.debug = (connection, statement) => {
    const transaction = waiting.get(statement);
    if (transaction && waiting.delete(statement)) placed.set(connection, transaction);
  };
  return Object.assign(client, { begin: transactions(client, waiting) });
}
