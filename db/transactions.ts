import { unsafely } from "./asking";
import { ConnectionLost } from "./connection";
import type { Pool } from "./pool";

/** What Drizzle uses of a transaction's connection. */
type Nested = {
  unsafe: ReturnType<typeof unsafely>;
  savepoint: <T>(work: (sql: Nested) => Promise<T>) => Promise<T>;
};

/** A statement failed and the caller went on; PostgreSQL keeps nothing of such a transaction. */
export class RolledBack extends Error {
  override name = "RolledBack";
  override message = "A statement of the transaction failed, so all of it was rolled back.";
}

/** A statement was sent through a transaction that is over. */
export class Over extends Error {
  override name = "Over";
  override message = "The transaction is over.";
}

/**
 * postgres.js's `begin`, over a connection that is lent for the time of the transaction. When it is lost, the original
 * sends a rollback to it all the same, which throws where nobody can catch it, and what the caller sends after that can
 * reach its successor, outside any transaction (https://github.com/porsager/postgres/issues/1208). The original also
 * waits for the answer to `begin`, where this one sends the first statement right behind.
 */
export function transactions(pool: Pool) {
  return async function begin<T>(work: (sql: Nested) => Promise<T>): Promise<T> {
    const connection = await pool.lend();
    // From the commit on: what is sent behind it would be in no transaction.
    let over = false;
    const run = unsafely((...asked) => connection.run(...asked));
    const runWithin = unsafely((...asked) => (over ? Promise.reject(new Over()) : connection.run(...asked)));
    const begun = run("begin");
    begun.catch(ignore);
    try {
      const result = await work(nestable(runWithin));
      over = true;
      const [{ command }] = await Promise.all([run("commit"), begun]);
      if (command !== "COMMIT") throw new RolledBack();
      return result;
    } catch (error) {
      over = true;
      // A lost connection has rolled back by itself.
      if (!connection.lost) await run("rollback").catch(() => connection.end());
      throw error;
    } finally {
      pool.giveBack(connection);
    }
  };
}

function nestable(unsafe: Nested["unsafe"]): Nested {
  let depth = 0;
  const sql: Nested = {
    unsafe,
    async savepoint<T>(work: (sql: Nested) => Promise<T>): Promise<T> {
      const name = `nested_${++depth}`;
      await unsafe(`savepoint ${name}`);
      try {
        return await work(sql);
      } catch (error) {
        if (!(error instanceof ConnectionLost)) await unsafe(`rollback to ${name}`);
        throw error;
      }
    },
  };
  return sql;
}

function ignore(): void {}
