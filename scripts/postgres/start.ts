import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Fault } from "../support/fault";
import { isFree } from "../support/ports";
import { isAlive } from "../support/processes";
import { until } from "../support/wait";
import { chooseAccount } from "./account";
import { findBinaries } from "./binaries";
import { prepareCluster } from "./cluster";
import { type Postmaster, readPostmaster, settleLeftover, stopPostmaster } from "./leftover";

export type Postgres = {
  pid: number;
  port: number;
  /** Whether a server left running by an earlier, killed run was taken over. */
  adopted: boolean;
  /** The address of one of its databases. */
  url(database: string): string;
  /** Resolves when it runs no more, for whatever reason, half a second late at most. */
  ended(): Promise<void>;
  /** The last lines of its log. */
  said(): string;
  /** Ends it, closing every connection; returns when its folder is free. */
  stop(): Promise<void>;
};

type Options = {
  /** Where its files are kept; made if missing. */
  folder: string;
  port: number;
  /** Set for tests: faster, and what it holds is lost if the machine stops. */
  throwaway?: boolean;
};

/**
 * Starts the bundled PostgreSQL, on 127.0.0.1 only, and waits until it takes connections (0.1 s; 1 s the
 * first time). It leads a process group of its own, so a Ctrl-C meant for us doesn't reach it.
 *
 * @throws Fault when the port is taken or the server doesn't start, with what it said
 */
export async function startPostgres({ folder, port, throwaway = false }: Options): Promise<Postgres> {
  const data = resolve(folder);
  const left = await settleLeftover(data);
  if (left) return running(data, left, true);
  if (!(await isFree(port)))
    throw new Fault(`PostgreSQL can't start: port ${port} is taken by another program.`);

  const binaries = findBinaries();
  makeFolder(dirname(data));
  const account = chooseAccount(binaries.postgres, dirname(data));
  prepareCluster(data, binaries.initdb, account);

  const log = logOf(data);
  const command = [
    ...account.prefix,
    binaries.postgres,
    "-D",
    data,
    "-p",
    String(port),
    ...settings(throwaway),
  ];
  return running(data, await ready(data, launch(command, log), log), false);
}

function running(folder: string, { pid, port }: Postmaster, adopted: boolean): Postgres {
  return {
    ...{ pid, port, adopted },
    url: (database) => addressOf(port, database),
    ended: () => gone(pid),
    said: () => saidIn(logOf(folder)).split("\n").slice(-10).join("\n"),
    stop: () => stopPostmaster(folder),
  };
}

const logOf = (folder: string) => `${folder}.log`;

const saidIn = (log: string) => (existsSync(log) ? readFileSync(log, "utf8").trim() : "");

/** Asks for it, as one that an earlier run left behind is no child of ours. */
function gone(pid: number): Promise<void> {
  return new Promise((resolve) => {
    const asking = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(asking);
      resolve();
    }, 500).unref();
  });
}

/** The address of a database of the bundled server on a port. */
export const addressOf = (port: number, database: string) =>
  `postgres://postgres@127.0.0.1:${port}/${database}`;

function settings(throwaway: boolean): string[] {
  const values = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "timezone=UTC",
  ];
  if (throwaway) values.push(...careless);
  return values.flatMap((value) => ["-c", value]);
}

/** Nothing is written twice, kept for a crash or tidied up: the whole is gone in some minutes. */
const careless = [
  ...["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
  ...["wal_level=minimal", "max_wal_senders=0", "max_wal_size=256MB", "autovacuum=off", "jit=off"],
];

function launch([command = "", ...args]: string[], log: string): ChildProcess {
  const output = openSync(log, "w");
  const child = spawn(command, args, { detached: true, stdio: ["ignore", output, output] });
  closeSync(output);
  child.once("error", () => {});
  child.unref();
  return child;
}

async function ready(data: string, child: ChildProcess, log: string): Promise<Postmaster> {
  const found = await until(() => {
    const postmaster = readPostmaster(data);
    if (postmaster?.ready && postmaster.pid === child.pid) return postmaster;
    return child.pid && isAlive(child.pid) ? undefined : "ended";
  }, 30_000);
  if (found && found !== "ended") return found;
  throw new Fault(`PostgreSQL did not start. It said (${log}):\n${saidIn(log)}`);
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new Fault(`Could not make the folder ${path}: ${String(error)}`);
  }
}
