import postgres, { type Sql } from "postgres";
import type { Ask, Asked } from "./asking";

/** How long, in milliseconds, a new connection and any statement is waited for. */
export type Patience = { connecting: number; answering: number };

/** Milliseconds after which a connection is replaced. */
const LIFE = 20 * 60_000;

/** The database went away, or gave no answer; unless it was the commit that was under way, nothing of it is stored. */
export class ConnectionLost extends Error {
  override name = "ConnectionLost";
  readonly code = "CONNECTION_LOST";
  constructor(message = "The connection to the database was lost.") {
    super(message);
  }
}

/** Whether that is what an error says, also where a build has several copies of its class. */
export function isConnectionLost(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "CONNECTION_LOST";
}

/**
 * One connection to PostgreSQL, which is never opened again once it is lost. postgres.js opens its own again, with what
 * was left of the old one inside: bytes that were to be written, and from then on nothing is; an error, which the next
 * statement gets; a place in the queue, which takes the connection out of the pool for good. And what is asked between
 * a reset and its notice is never answered (https://github.com/porsager/postgres/pull/1215). Here every statement has an
 * end: an answer, or an error in time.
 */
export class Connection {
  lost = false;
  /** Whether it has ever been there. */
  opened = false;
  readonly #client: Sql;
  readonly #onLost: (connection: Connection, error: unknown) => void;
  readonly #unanswered = new Set<(error: unknown) => void>();
  readonly #until = performance.now() + LIFE;

  /** @param like has the readers and writers of values that this one is to have */
  constructor(
    address: string,
    like: Sql,
    readonly patience: Patience,
    onLost: (connection: Connection, error: unknown) => void,
  ) {
    this.#onLost = onLost;
    this.#client = postgres(address, {
      max: 1,
      // Asked for behind our back, its failure would be nobody's.
      fetch_types: false,
      onnotice: () => {},
      onclose: () => this.#lose(new ConnectionLost()),
    });
    Object.assign(this.#client.options.parsers, like.options.parsers);
    Object.assign(this.#client.options.serializers, like.options.serializers);
  }

  /** Whether it has served long enough to be replaced. */
  get isOld(): boolean {
    return performance.now() > this.#until;
  }

  async open(): Promise<this> {
    await this.#run(["select 1"], false, this.patience.connecting);
    this.opened = true;
    return this;
  }

  readonly run: Ask = (asked, asValues) => this.#run(asked, asValues, this.patience.answering);

  end(): Promise<void> {
    this.#lose(new ConnectionLost());
    return this.#client.end({ timeout: 0 });
  }

  #run(asked: Asked, asValues: boolean, patience: number): ReturnType<Ask> {
    if (this.lost) return Promise.reject(new ConnectionLost());
    return new Promise((resolve, reject) => {
      const late = () => this.#lose(new ConnectionLost(`The database gave no answer for ${patience} ms.`));
      const timer = setTimeout(late, patience);
      const fail = (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      };
      this.#unanswered.add(fail);
      const query = this.#client.unsafe(...(lacksValue(asked) ? lacking : asked));
      (asValues ? query.values() : query).then(
        (rows) => {
          clearTimeout(timer);
          this.#unanswered.delete(fail);
          resolve(rows);
        },
        (error) => {
          this.#unanswered.delete(fail);
          fail(error);
          if (isLoss(error)) this.#lose(error);
        },
      );
    });
  }

  #lose(error: unknown): void {
    if (this.lost) return;
    this.lost = true;
    for (const fail of this.#unanswered) fail(error);
    this.#unanswered.clear();
    this.#client.end({ timeout: 0 }).catch(() => {});
    this.#onLost(this, error);
  }
}

/**
 * Run in the place of a statement that lacks a value: it fails, and its transaction with it. postgres.js refuses such a
 * statement in the name of the one before it, and never answers it.
 */
const lacking: Asked = ["do $$ begin raise 'A parameter of the statement is undefined.'; end $$"];

function lacksValue([, parameters = []]: Asked): boolean {
  return parameters.some((value: unknown) => value === undefined);
}

/**
 * Whether an error says that the connection is gone (PostgreSQL's class 57P, or the socket's own), or leads to a server that
 * takes no writes any more (25006): after a failover another has the name.
 */
function isLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return /^(57P|25006|CONNECT|ECONN|EPIPE|ENOTFOUND|EHOST|ENET|ETIMEDOUT)/.test(code) || isLoss(error.cause);
}
