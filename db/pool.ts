import type { Sql } from "postgres";
import { Connection, type Patience } from "./connection";

/** Connections at most; who comes then waits for one. */
const SIZE = 10;

/** Lends connections, each to one borrower at a time. */
export class Pool {
  #open = 0;
  #ended = false;
  readonly #idle = new Set<Connection>();
  readonly #waiting: { resolve: (connection: Connection) => void; reject: (error: unknown) => void }[] = [];

  constructor(
    readonly address: string,
    readonly like: Sql,
    readonly patience: Patience,
  ) {}

  /** A connection that has answered before, to be given back. */
  async lend(): Promise<Connection> {
    for (const connection of this.#idle) {
      this.#idle.delete(connection);
      return connection;
    }
    if (this.#open >= SIZE) {
      return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    }
    this.#open++;
    return new Connection(this.address, this.like, this.patience, this.#gone).open();
  }

  giveBack(connection: Connection): void {
    if (connection.lost) return;
    if (this.#ended || connection.isOld) {
      connection.end().catch(() => {});
      return;
    }
    const next = this.#waiting.shift();
    if (next) next.resolve(connection);
    else this.#idle.add(connection);
  }

  /** Those that are lent end when they are given back. */
  async end(): Promise<void> {
    this.#ended = true;
    await Promise.all([...this.#idle].map((connection) => connection.end()));
  }

  readonly #gone = (connection: Connection, error: unknown): void => {
    this.#open--;
    this.#idle.delete(connection);
    if (connection.opened) {
      const next = this.#waiting.shift();
      if (next) this.lend().then(next.resolve, next.reject);
    } else if (this.#open === 0) {
      // There is no database: whoever waits learns it now.
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    }
  };
}
