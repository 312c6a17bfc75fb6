import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../support/fault";
import { commandLine, end, isAlive } from "../support/processes";
import { until } from "../support/wait";

export type Postmaster = { pid: number; port: number; ready: boolean };

/** What a running server says of itself in its folder (the file's lines: https://www.postgresql.org/docs/18/storage-file-layout.html). */
export function readPostmaster(folder: string): Postmaster | undefined {
  try {
    const lines = readFileSync(pidFile(folder), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

/**
 * Looks for a server an earlier run left behind in this folder (its launcher was killed).
 *
 * @returns the server, when it runs and takes connections, to be used as it is; `undefined` when the way
 * is clear for a new one, a stale pid file removed
 */
export async function settleLeftover(folder: string): Promise<Postmaster | undefined> {
  const settled = await until(() => look(folder), 15_000);
  if (settled === "clear") return undefined;
  if (settled) return settled;
  throw new Fault(
    `A PostgreSQL (process ${readPostmaster(folder)?.pid}) holds ${folder} and doesn't get ready. Stop that process, then try again.`,
  );
}

/** Ends the server of this folder, if one runs, closing every connection; returns when the folder is free. */
export async function stopPostmaster(folder: string): Promise<void> {
  const found = readPostmaster(folder);
  // SIGINT is PostgreSQL's "fast shutdown": it doesn't wait for clients to leave.
  if (found && runs(found)) await end(found.pid, "SIGINT", 10_000);
}

function look(folder: string): Postmaster | "clear" | undefined {
  const found = readPostmaster(folder);
  if (found && runs(found)) return found.ready ? found : undefined;
  rmSync(pidFile(folder), { force: true });
  return "clear";
}

const runs = ({ pid }: Postmaster) => isAlive(pid) && commandLine(pid).includes("postgres");

const pidFile = (folder: string) => join(folder, "postmaster.pid");
