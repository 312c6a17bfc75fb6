import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { until } from "./wait";

/** Whether a process exists; one that only waits to be reaped counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return processStatus(pid)?.state !== "Z";
}

/** The command line of a process, or "" when it is gone or can't be looked at. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It went before us.
  }
}

/**
 * Ends a process: first politely, then for good.
 *
 * @param patience milliseconds between the two
 */
export async function end(pid: number, polite: NodeJS.Signals = "SIGTERM", patience = 5_000): Promise<void> {
  const gone = () => (isAlive(pid) ? undefined : true);
  signal(pid, polite);
  if (await until(gone, patience)) return;
  signal(pid, "SIGKILL");
  await until(gone, 2_000);
}

/** Ends the leader of a process group as `end` does, and then whatever of the group is left. */
export async function endGroup(leader: number): Promise<void> {
  signal(-leader, "SIGTERM");
  await end(leader);
  signal(-leader, "SIGKILL");
}

/** The process above another, where the operating system says so in /proc. */
export const parentOf = (pid: number): string | undefined => processStatus(pid)?.parent;

function processStatus(pid: number): { state: string; parent: string } | undefined {
  try {
    const [, state = "", parent = ""] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return { state, parent };
  } catch {
    return undefined;
  }
}
