import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { until } from "./wait";

/** Whether a process with this id exists (a zombie counts as gone). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return processState(pid) !== "Z";
}

/** The command line of a process, or "" when it is gone or can't be looked at. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
  }
}

/** Sends a signal to a process, or to a whole group (negative id); one that is gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It went before us.
  }
}

/**
 * Ends a process: first politely, after `patience` milliseconds for good.
 *
 * @param group also ends what the process started, when it leads a process group
 */
export async function end(
  pid: number,
  { polite = "SIGTERM", patience = 5_000, group = false }: EndOptions = {},
): Promise<void> {
  const target = group ? -pid : pid;
  const gone = () => (isAlive(target) ? undefined : true);
  signal(target, polite);
  if (await until(gone, patience)) return;
  signal(target, "SIGKILL");
  await until(gone, 2_000);
}

type EndOptions = { polite?: NodeJS.Signals; patience?: number; group?: boolean };

function processState(pid: number): string | undefined {
  try {
    return /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1];
  } catch {
    return undefined;
  }
}
