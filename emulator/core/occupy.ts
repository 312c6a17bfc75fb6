import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "./cannot-start";

/**
 * Notes in a folder of journals that this process writes them: a second one would lose what the first rewrites.
 * The note is an empty file named after the process, by its number and the time it began, as the number alone is
 * given to another process one day. What a killed process left there is nobody's, and is removed.
 *
 * Each looks for others only when its own note is there, so that of two at the same moment at most one begins.
 *
 * @returns how to leave the folder
 * @throws CannotStart when a living process writes there (this one too), or the folder can't be written to
 */
export function occupy(folder: string): () => void {
  const began = beginning(process.pid);
  const own = `${process.pid}-${began}.running`;
  const leave = () => rmSync(join(folder, own), { force: true });
  if (existsSync(join(folder, own))) throw inUse(folder, process.pid);
  try {
    mkdirSync(folder, { recursive: true });
    if (began !== "") writeFileSync(join(folder, own), "", { mode: 0o600 });
  } catch (error) {
    const why = error instanceof Error && "code" in error ? error.code : error;
    throw new CannotStart(`State can't be kept in ${folder} (${why}). Choose another folder with --data.`);
  }
  for (const note of readdirSync(folder)) {
    const [, pid, then] = /^(\d+)-(\d+)\.running$/.exec(note) ?? [];
    if (pid === undefined || note === own) continue;
    if (beginning(Number(pid)) === then) {
      leave();
      throw inUse(folder, Number(pid));
    }
    rmSync(join(folder, note), { force: true });
  }
  return leave;
}

function inUse(folder: string, pid: number): CannotStart {
  return new CannotStart(
    `Another stand-in (process ${pid}) keeps its state in ${folder}. Stop that one first, or choose another folder with --data.`,
  );
}

/**
 * When a process began, in digits that mean nothing else; "" when there is none, it only waits to be reaped, or
 * the system doesn't say.
 */
function beginning(pid: number): string {
  try {
    // Behind the name, which may hold anything: the state first, the beginning as the twentieth (proc_pid_stat(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return fields[0] === "Z" ? "" : (fields[19] ?? "");
  } catch {
    const { stdout } = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" });
    const [, state = "Z", since = ""] = /^(\S+)\s+(.+)/.exec(stdout?.trim() ?? "") ?? [];
    return state.startsWith("Z") ? "" : since.replace(/\D/g, "");
  }
}
