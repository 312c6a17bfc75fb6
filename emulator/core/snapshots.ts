import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "./account";
import { invalidRequest, notFound } from "./errors";
import type { Change } from "./store";

const FOLDER = "snapshots";
const SUFFIX = ".jsonl";

/** States of accounts under names, to come back to: in files beside the journals, or in memory. */
export class Snapshots {
  private readonly held = new Map<string, Map<string, readonly Change[]>>();

  /** `data` is the folder of the journals; null keeps snapshots in memory. */
  constructor(private readonly data: string | null) {}

  /** Notes everything the account holds at this moment; one of the same name is replaced. */
  take(account: Account, name: string): void {
    if (!/^[\w-]{1,100}$/.test(name)) {
      throw invalidRequest("name must be of letters, digits, - and _", { param: "name" });
    }
    const everything = [...account.store.everything()];
    if (this.data === null) {
      const snapshots = this.held.get(account.name) ?? new Map<string, readonly Change[]>();
      this.held.set(account.name, snapshots.set(name, everything));
      return;
    }
    mkdirSync(this.folder(this.data, account), { recursive: true });
    const file = this.file(this.data, account, name);
    writeFileSync(`${file}.next`, everything.map((change) => `${JSON.stringify(change)}\n`).join(""), {
      mode: 0o600,
    });
    renameSync(`${file}.next`, file);
  }

  /** Brings the account back to what it was. Throws 404 when there is no snapshot of that name. */
  restore(account: Account, name: string): void {
    if (!this.names(account).includes(name)) throw notFound("snapshot", name, "name");
    account.replace(this.read(account, name));
  }

  /** Forgets a snapshot. Throws 404 when there is none of that name. */
  remove(account: Account, name: string): void {
    if (!this.names(account).includes(name)) throw notFound("snapshot", name, "name");
    this.held.get(account.name)?.delete(name);
    if (this.data !== null) rmSync(this.file(this.data, account, name));
  }

  /** The names there are, in their order. */
  names(account: Account): string[] {
    if (this.data === null) return [...(this.held.get(account.name)?.keys() ?? [])].sort();
    mkdirSync(this.folder(this.data, account), { recursive: true });
    return readdirSync(this.folder(this.data, account))
      .filter((file) => file.endsWith(SUFFIX))
      .map((file) => file.slice(0, -SUFFIX.length))
      .sort();
  }

  private read(account: Account, name: string): readonly Change[] {
    if (this.data === null) return this.held.get(account.name)?.get(name) ?? [];
    const lines = readFileSync(this.file(this.data, account, name), "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line): Change => JSON.parse(line));
  }

  private folder(data: string, account: Account): string {
    return join(data, FOLDER, account.name);
  }

  private file(data: string, account: Account, name: string): string {
    return join(this.folder(data, account), name + SUFFIX);
  }
}

/** Deletes every snapshot in the folder of the journals. */
export function eraseSnapshots(data: string): void {
  rmSync(join(data, FOLDER), { recursive: true, force: true });
}
