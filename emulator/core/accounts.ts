import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Account } from "./account";
import { hashOf, randomText, repeatableIds, seeded, timedIds } from "./ids";
import { Journal } from "./journal";
import { eraseSnapshots } from "./snapshots";
import { Store } from "./store";

const SUFFIX = ".jsonl";

/** More than a piece of work makes, so that ids made after a restart sort after those made before. */
const IDS_PER_LINE = 100;

export interface AccountsOptions {
  /** The folder of the journals; without one everything is in memory alone. */
  readonly data: string | null;
  /** Makes ids the same in every run. */
  readonly seed: number | null;
  /** The stand-in's address, asked for when it is needed. */
  readonly origin: () => string;
  /** Called once for each account, when it is first opened. */
  readonly onOpen: (account: Account) => void;
}

/** All accounts, by the name in their key. One that is asked for and not there is a new, empty one. */
export class Accounts {
  private readonly open = new Map<string, Account>();

  constructor(private readonly options: AccountsOptions) {
    if (options.data !== null) mkdirSync(options.data, { recursive: true });
  }

  /** Opens every account there is on disk, so that what waits in it goes on. */
  openAll(): void {
    const { data } = this.options;
    for (const file of data === null ? [] : readdirSync(data)) {
      if (file.endsWith(SUFFIX)) this.of(file.slice(0, -SUFFIX.length));
    }
  }

  of(name: string): Account {
    const present = this.open.get(name);
    if (present !== undefined) return present;
    const { data, origin, onOpen } = this.options;
    const store = new Store();
    const journal = data === null ? null : new Journal(join(data, name + SUFFIX), store);
    const lines = journal?.lines ?? 0;
    const seed = hashOf(`${name} ${this.options.seed ?? Math.random()} ${lines}`);
    const ids = this.options.seed === null ? timedIds(seed) : repeatableIds(seed, lines * IDS_PER_LINE);
    const id = `acct_${randomText(seeded(hashOf(name)), 16)}`;
    const account = new Account(name, id, store, journal, ids, origin);
    this.open.set(name, account);
    onOpen(account);
    return account;
  }

  all(): Account[] {
    return [...this.open.values()];
  }

  close(): void {
    for (const account of this.open.values()) account.close();
  }
}

/** Deletes every journal in the folder, and what snapshots there are. */
export function eraseJournals(data: string): void {
  mkdirSync(data, { recursive: true });
  eraseSnapshots(data);
  for (const file of readdirSync(data)) if (file.endsWith(SUFFIX)) rmSync(join(data, file));
}
