import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** What to clear away when the process that asked for it is gone: a process group, the PostgreSQL of a folder, a folder. */
export const charge = z.union([
  z.object({ group: z.number().int().positive() }),
  z.object({ postgres: z.string() }),
  z.object({ remove: z.string() }),
]);
export type Charge = z.infer<typeof charge>;

export type Guard = {
  /** Adds something to clear away; the last added goes first. */
  add(charge: Charge): void;
};

/**
 * Starts a small process that outlives us only to clear up: as soon as we are gone, however that happened
 * (`kill -9` too), it ends the processes and removes the folders entrusted to it. It notices by the pipe
 * between us, which the operating system closes.
 */
export function startGuard(): Guard {
  const file = fileURLToPath(new URL("./guard-process.js", import.meta.url));
  const child = spawn(process.execPath, [file], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.unref();
  child.stdin.on("error", () => {});
  if ("unref" in child.stdin && typeof child.stdin.unref === "function") child.stdin.unref();
  return { add: (entry) => void child.stdin.write(`${JSON.stringify(entry)}\n`) };
}
