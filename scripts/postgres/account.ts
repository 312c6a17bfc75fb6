import { spawnSync } from "node:child_process";
import { lchownSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../support/fault";

/** The user "nobody" of every Linux. */
const nobody = 65534;

/**
 * How to run PostgreSQL, which refuses to be root: what to put in front of its command, and who must own
 * its files (`undefined`: whoever runs us).
 */
export type Account = { prefix: readonly string[]; owner: number | undefined };

const asOurselves: Account = { prefix: [], owner: undefined };

const ways: readonly Account[] = [
  { prefix: ["setpriv", `--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups", "--"], owner: nobody },
  // A project below a folder only root may enter (/root): a user namespace, in which root's files are its own …
  { prefix: ["unshare", "--user", `--map-user=${nobody}`, `--map-group=${nobody}`, "--"], owner: 0 },
  // … or, where containers forbid those, a user who may pass locked folders (and is told so when asking).
  {
    prefix: [
      ...["setpriv", `--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"],
      ...["--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup", "--"],
    ],
    owner: nobody,
  },
];

/**
 * Picks the account to run PostgreSQL with.
 *
 * @param postgres path of the binary, which the account must be able to run
 * @param folder an existing folder the account must be able to reach
 */
export function chooseAccount(postgres: string, folder: string): Account {
  if (process.getuid?.() !== 0) return asOurselves;
  const way = ways.find(({ prefix }) => reaches(prefix, postgres, folder));
  if (way) return way;
  throw new Fault(
    "PostgreSQL refuses to run as root, and no other user could be taken on (tried setpriv and unshare).\n" +
      "Run this command as an ordinary user, or set DATABASE_URL to a server of your own.",
  );
}

/** Hands a folder and all in it to the account's owner, where that isn't so already. */
export function giveTo(owner: number | undefined, path: string): void {
  if (owner === undefined || lstatSync(path).uid === owner) return;
  if (lstatSync(path).isDirectory()) {
    for (const name of readdirSync(path)) giveTo(owner, join(path, name));
  }
  lchownSync(path, owner, owner);
}

function reaches([command, ...args]: readonly string[], postgres: string, folder: string): boolean {
  if (!command) return false;
  const probe = ["sh", "-c", 'cd "$1" && test -x "$2" && "$2" --version', "sh", folder, postgres];
  return spawnSync(command, [...args, ...probe]).status === 0;
}
