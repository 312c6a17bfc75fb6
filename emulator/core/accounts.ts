import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Account } from "./account";
import { hashOf, randomText, seeded } from "./ids";
import { Journal } from "./journal";
import { eraseSnapshots } from "./snapshots";
import { Store } from "./store";

const SUFFIX = ".jsonl";

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
    const seed = this.options.seed ?? Math.floor(Math.random() * 2 ** 32);
    const chance = seeded(hashOf(`${name} ${seed} ${journal?.lines ?? 0}`));
    const id = `acct_${randomText(seeded(hashOf(name)), 16)}`;
    const account = new Account(name, id, store, journal, chance, origin);
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
