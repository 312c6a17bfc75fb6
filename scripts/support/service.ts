import { spawn } from "node:child_process";
import { Fault } from "./fault";
import type { Guard } from "./guard";
import { endGroup, isAlive } from "./processes";
import { root } from "./root";
import { until } from "./wait";

export type Service = {
  name: string;
  pid: number;
  /** What it has printed while its output was held back. */
  said(): string;
  /** Lets its output through to the terminal from now on. */
  unmute(): void;
  /** Resolves with the exit code, or the signal, when it ends. */
  ended: Promise<number | NodeJS.Signals>;
  stop(): Promise<void>;
};

type Options = {
  name: string;
  /** Arguments of Node. */
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  guard: Guard;
};

/**
 * Starts a program of ours in a process group of its own, so that a Ctrl-C reaches it only through us. Its
 * output is held back until `unmute`: a start that succeeds has nothing to say.
 */
export function startService({ name, args, env, guard }: Options): Service {
  const child = spawn(process.execPath, args, {
    cwd: root,
    detached: true,
    env: { ...env, NODE_ENV: mode(env), ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = child;
  if (!pid) throw new Fault(`${name} could not be started.`);
  guard.add({ group: pid });
  let held = "";
  let muted = true;
  const pass = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
    if (muted) held = (held + chunk.toString()).slice(-20_000);
    else to.write(chunk);
  };
  child.stdout.on("data", pass(process.stdout));
  child.stderr.on("data", pass(process.stderr));
  return {
    ...{ name, pid },
    said: () => held.trim(),
    unmute: () => {
      muted = false;
    },
    ended: new Promise((resolve) => child.once("close", (code, signal) => resolve(code ?? signal ?? 1))),
    stop: () => endGroup(pid),
  };
}

/**
 * Waits until a service answers at an address, with whatever status.
 *
 * @returns the status
 * @throws Fault with what it said, when it ends before or takes too long
 */
export async function answering(service: Service, address: string, milliseconds = 180_000): Promise<number> {
  const outcome = await until(async () => {
    if (!isAlive(service.pid)) return "ended";
    return await answerOf(address, milliseconds);
  }, milliseconds);
  if (typeof outcome === "number") return outcome;
  const what = outcome === "ended" ? "did not start" : `did not answer within ${milliseconds / 1000} s`;
  throw new Fault(`${service.name} ${what}. It said:\n${service.said() || "(nothing)"}`);
}

async function answerOf(address: string, milliseconds: number): Promise<number | undefined> {
  try {
    const response = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(milliseconds) });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}

function mode(env: Options["env"]): "development" | "production" | "test" {
  return env.NODE_ENV === "production" || env.NODE_ENV === "test" ? env.NODE_ENV : "development";
}
