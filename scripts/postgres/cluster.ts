import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../support/fault";
import { type Account, giveTo } from "./account";

/** The major version of the binaries, which the files on disk must have been made by. */
const version = "18";

/**
 * Makes sure there is a database cluster in the folder. A new one is made beside it and then renamed, so
 * that an interrupted start never leaves half of one.
 *
 * It trusts whoever connects, which is why the server only ever listens on 127.0.0.1.
 */
export function prepareCluster(folder: string, initdb: string, account: Account): void {
  if (existsSync(join(folder, "PG_VERSION"))) {
    refuseOtherVersion(folder);
    giveTo(account.owner, folder);
    return;
  }
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(account.owner, unfinished);
  initialise(unfinished, initdb, account);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

function initialise(folder: string, initdb: string, { prefix }: Account): void {
  const [command = initdb, ...args] = [...prefix, initdb, ...options, `--pgdata=${folder}`];
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (status === 0) return;
  throw new Fault(`PostgreSQL could not prepare its folder ${folder}:\n${error?.message ?? stderr.trim()}`);
}

const options = [
  "--username=postgres",
  "--auth=trust",
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C",
  "--no-sync",
  "--no-instructions",
];

function refuseOtherVersion(folder: string): void {
  const found = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  if (found === version) return;
  throw new Fault(
    `${folder} was made by PostgreSQL ${found}, and this is ${version}. Move it away (or delete it to start afresh).`,
  );
}
