import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { root } from "@/scripts/support/root";
import { nodeArguments } from "@/scripts/support/typescript";
import { answer, type Batch } from "./serve";
import type { Timing } from "./timed";

type Environment = Readonly<Record<string, string | undefined>>;

/** A process that performs batches, so that what is measured shares no memory and no turn with anything else. */
export type Worker<Item> = {
  pid: number;
  /** @returns also the most memory that the process has had since its start, and what it holds on to afterwards */
  perform(batch: Batch<Item>): Promise<Timing & { peakMb: number; heldMb: number }>;
  stop(): void;
};

/**
 * Starts a worker.
 *
 * @param file from the project's folder: a module that calls `serve` for items of this type
 */
export function startWorker<Item>(file: string, env: Environment): Worker<Item> {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const child = spawn(process.execPath, nodeArguments(path, { server: true }), {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    serialization: "advanced",
  });
  const { pid } = child;
  if (!pid) throw new Error(`${file} could not be started.`);
  return {
    pid,
    async perform(batch) {
      const answered = nextMessage(child, file);
      child.send(batch);
      const timing = answer.parse(await answered);
      if ("failure" in timing) throw new Error(`${file} failed: ${timing.failure}`);
      return timing;
    },
    stop: () => void child.disconnect(),
  };
}

function nextMessage(child: ChildProcess, file: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`${file} ended before it answered.`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message);
    });
  });
}
