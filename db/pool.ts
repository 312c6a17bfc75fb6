import type { Sql } from "postgres";
import { Connection, ConnectionLost, type Patience } from "./connection";

/** Connections at most; who comes then waits for one, as long as for an answer. */
const SIZE = 10;

type Place = {
  resolve: (connection: Connection) => void;
  reject: (error: unknown) => void;
  timer: NodeJS.Timeout;
};

/** Lends connections, each to one borrower at a time. */
export class Pool {
  #open = 0;
  #ended = false;
  readonly #idle = new Set<Connection>();
  readonly #waiting = new Set<Place>();

  constructor(
    readonly address: string,
    readonly like: Sql,
    readonly patience: Patience,
  ) {}

  /**
   * A connection that has answered before, to be given back.
   *
   * @throws what opening one throws; ConnectionLost where none is free in time
   */
  async lend(): Promise<Connection> {
    for (const connection of this.#idle) {
      this.#idle.delete(connection);
      return connection;
    }
    if (this.#open >= SIZE) return this.#turn();
    this.#open++;
    return new Connection(this.address, this.like, this.patience, this.#gone).open();
  }

  giveBack(connection: Connection): void {
    if (connection.lost) return;
    if (this.#ended || connection.isOld) {
      connection.end().catch(() => {});
      return;
    }
    const next = this.#next();
    if (next) next.resolve(connection);
    else this.#idle.add(connection);
  }

  /** Those that are lent end when they are given back. */
  async end(): Promise<void> {
    this.#ended = true;
    await Promise.all([...this.#idle].map((connection) => connection.end()));
  }

  /**
   * Waits for a connection to be given back, but no longer than for an answer: transactions that ask for a second one each
   * would wait for each other for ever.
   */
  #turn(): Promise<Connection> {
    const { answering } = this.patience;
    return new Promise((resolve, reject) => {
      const late = () => {
        this.#waiting.delete(place);
        reject(new ConnectionLost(`No connection to the database was free for ${answering} ms.`));
      };
      const place = { resolve, reject, timer: setTimeout(late, answering) };
      this.#waiting.add(place);
    });
  }

  /** Who has waited longest, and waits no more. */
  #next(): Place | undefined {
    for (const place of this.#waiting) {
      this.#waiting.delete(place);
      clearTimeout(place.timer);
      return place;
    }
    return undefined;
  }

  readonly #gone = (connection: Connection, error: unknown): void => {
    this.#open--;
    this.#idle.delete(connection);
    if (connection.opened) {
      const next = this.#next();
      if (next) this.lend().then(next.resolve, next.reject);
    } else if (this.#open === 0) {
      // There is no database: whoever waits learns it now.
      for (let next = this.#next(); next; next = this.#next()) next.reject(error);
    }
  };
}
