import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { parentOf } from "@/scripts/support/processes";

/**
 * Leaves one of the machine's cores to a program's first thread, on which all of its JavaScript runs, and the others to all
 * that serves the measurement: its other threads, and other processes with their children. On a server of its own it has no
 * less; here, what asks and what answers it would have it wait for its turn.
 *
 * @returns whether it was done: Linux's `taskset` does it, where there is more than one core
 */
export function leaveCoreTo(program: number, others: readonly number[]): boolean {
  const [own, ...rest] = allowedCores();
  if (own === undefined || rest.length === 0) return false;
  const apart = [program, ...others, ...others.flatMap(childrenOf)];
  return apart.every((pid) => confine(pid, rest, ["--all-tasks"])) && confine(program, [own]);
}

function confine(pid: number, cores: readonly number[], options: readonly string[] = []): boolean {
  const args = [...options, "--pid", "--cpu-list", cores.join(), String(pid)];
  return spawnSync("taskset", args, { stdio: "ignore" }).status === 0;
}

/** The numbers of the cores that this process may use; none where the operating system doesn't say. */
function allowedCores(): number[] {
  const [, list = ""] = /^Cpus_allowed_list:\s*(\S+)$/m.exec(read("/proc/self/status")) ?? [];
  return coresOf(list);
}

/** Reads a list as Linux writes it: `0-2,5`. */
export function coresOf(list: string): number[] {
  return list.split(",").flatMap((range) => {
    const [first = Number.NaN, last = first] = range.split("-").filter(Boolean).map(Number);
    return Array.from({ length: Number.isNaN(first) ? 0 : last - first + 1 }, (_, n) => first + n);
  });
}

function childrenOf(pid: number): number[] {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return all.filter((child) => parentOf(Number(child)) === String(pid)).map(Number);
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
