import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { programArguments } from "@/scripts/support/program";
import { sharedStandIn } from "@/test/support/shared-stand-in";

const main = fileURLToPath(new URL("../../../../emulator/main.ts", import.meta.url));
const ready = /listening on http:\S+:(\d+)/;

/** Gives a test file an account of its own at the run's stand-in for Stripe, and points the application's client to it. */
export function useStandIn(): void {
  beforeAll(() => openAccount(sharedStandIn()));
}

/**
 * Gives a test file a stand-in of its own.
 *
 * @returns `stop` and `start`: the same stand-in, on its port and with all it knew
 */
export function useStoppableStandIn() {
  const data = mkdtempSync(join(tmpdir(), "gatehouse-stand-in-"));
  let running: ChildProcess | undefined;
  let port = "0";

  const start = async () => {
    const program = await programArguments(main);
    const child = spawn(process.execPath, [...program, "--port", port, "--data", data], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    running = child;
    port = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on("line", (line) => {
        const given = ready.exec(line)?.[1];
        if (given) resolve(given);
      });
      child.once("exit", (code) => reject(new Error(`The stand-in ended with ${code} before it was ready.`)));
    });
  };
  const stop = async () => {
    if (!running || running.exitCode !== null) return;
    const ended = once(running, "exit");
    running.kill();
    await ended;
  };

  beforeAll(async () => {
    await start();
    openAccount(`http://127.0.0.1:${port}`);
  });
  afterAll(async () => {
    await stop();
    rmSync(data, { recursive: true, force: true });
  });
  return { start, stop };
}

function openAccount(origin: string): void {
  const account = randomBytes(8).toString("hex");
  process.env.STRIPE_EMULATOR_URL = origin;
  process.env.STRIPE_SECRET_KEY = `sk_test_${account}`;
  process.env.STRIPE_PUBLISHABLE_KEY = `pk_test_${account}`;
  process.env.STRIPE_WEBHOOK_SECRET = `whsec_${account}`;
}
