import type { ReservedSql, Sql } from "postgres";

/** A transaction, and whether the connection it is on has been lost. */
export type Placed = { lost: boolean };

/** What Drizzle uses of a transaction's connection. */
type Nested = Pick<ReservedSql, "unsafe"> & {
  savepoint: <T>(work: (sql: Nested) => Promise<T>) => Promise<T>;
};

/** The database went away in the middle of a transaction; none of it is stored. */
export class ConnectionLost extends Error {
  override name = "ConnectionLost";
  override message = "The connection to the database was lost during a transaction.";
}

/** A statement failed and the caller went on; PostgreSQL keeps nothing of such a transaction. */
export class RolledBack extends Error {
  override name = "RolledBack";
  override message = "A statement of the transaction failed, so all of it was rolled back.";
}

/**
 * postgres.js's `begin`, made anew over a reserved connection. When the connection is lost, the original sends
 * a rollback to it all the same, which throws where nobody can catch it and spoils the connection's successor
 * (https://github.com/porsager/postgres/issues/1208); and what the caller sends after that can reach the
 * successor, outside any transaction. The original also waits for the answer to `begin`, where this one sends
 * the first statement right behind.
 *
 * @param waiting takes each transaction by its first statement, so that its connection can be found
 */
export function transactions(client: Sql, waiting: Map<string, Placed>) {
  let count = 0;
  return async function begin<T>(work: (sql: Nested) => Promise<T>): Promise<T> {
    const reserved = await client.reserve();
    const placed = { lost: false };
    const first = `begin -- ${++count}`;
    waiting.set(first, placed);
    const begun = reserved.unsafe(first).execute();
    begun.catch(ignore);
    const sql = guarded(reserved, placed);
    try {
      const result = await work(sql);
      const [{ command }] = await Promise.all([sql.unsafe("commit"), begun]);
      if (command !== "COMMIT") throw new RolledBack();
      reserved.release();
      return result;
    } catch (error) {
      // A lost connection has rolled back by itself, and goes back to the pool by itself.
      if (!placed.lost && !isLoss(error)) await sql.unsafe("rollback").then(() => reserved.release(), ignore);
      placed.lost = true;
      throw error;
    }
  };
}

/** The connection, refusing to be used once it is another's. */
function guarded(reserved: ReservedSql, placed: Placed): Nested {
  const run: ReservedSql["unsafe"] = (statement, parameters, options) => {
    if (placed.lost) throw new ConnectionLost();
    return reserved.unsafe(statement, parameters, options);
  };
  let depth = 0;
  const sql: Nested = {
    unsafe: run,
    async savepoint<T>(work: (sql: Nested) => Promise<T>): Promise<T> {
      const name = `nested_${++depth}`;
      await run(`savepoint ${name}`);
      try {
        return await work(sql);
      } catch (error) {
        if (!isLoss(error)) await run(`rollback to ${name}`);
        throw error;
      }
    },
  };
  return sql;
}

/** Whether an error says that the connection is gone: PostgreSQL's class 57P, or the socket's own. */
function isLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    error instanceof ConnectionLost || /^(57P|CONNECTION_|ECONN|EPIPE)/.test(code) || isLoss(error.cause)
  );
}

function ignore(): void {}
