import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { programArguments } from "@/scripts/support/program";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

export interface EmulatorProcess {
  readonly origin: string;
  readonly port: string;
  readonly pid: number | undefined;
  /** Sends a signal and waits for the end; gives the exit code, null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts the stand-in as its own process, as `npm run stripe` does, and waits until it says that it listens. */
export async function startProcess(flags: readonly string[]): Promise<EmulatorProcess> {
  const child = await spawnEmulator(["--port", "0", ...flags]);
  let output = "";
  for await (const chunk of child.stdout ?? []) {
    output += chunk;
    const [, origin, port] = /listening on (http:\/\/localhost:(\d+))/.exec(output) ?? [];
    if (origin === undefined || port === undefined) continue;
    return {
      origin,
      port,
      pid: child.pid,
      async end(signal) {
        const ended = once(child, "exit");
        child.kill(signal);
        const [code] = await ended;
        return code;
      },
    };
  }
  throw new Error(`The stand-in didn't start: ${output}`);
}

/** Runs the stand-in's command line without waiting for anything. */
async function spawnEmulator(flags: readonly string[]): Promise<ChildProcess> {
  const args = [...(await programArguments(`${ROOT}emulator/main.ts`)), ...flags];
  return spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
}

/** Runs the stand-in's command line to its end. */
export async function endOf(flags: readonly string[]): Promise<{ code: number; output: string }> {
  const child = await spawnEmulator(flags);
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  const [code] = await once(child, "close");
  return { code, output };
}
