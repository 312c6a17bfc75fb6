import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { programArguments } from "@/scripts/support/program";

export interface StandIn {
  origin: string;
  /** One request to its API on behalf of an account; throws on an error answer. */
  api(account: string, method: string, path: string, params?: Record<string, string>): Promise<Answer>;
  stop(): Promise<void>;
}

/** An object of the API, as far as these tests look at it. */
interface Answer {
  id: string;
  client_secret: string;
  status: string;
  data: Answer[];
  next_action: { type: string; redirect_to_url: { url: string } };
  [field: string]: unknown;
}

const main = fileURLToPath(new URL("../../../emulator/main.ts", import.meta.url));
const READY = /listening on (http:\S+)/;

/** Starts the stand-in as a process of its own, with its state in memory, on a free port. */
export async function startStandIn(): Promise<StandIn> {
  const child = spawn(process.execPath, [...(await programArguments(main)), "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const kill = () => child.kill();
  process.once("exit", kill);
  const origin = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const address = READY.exec(line)?.[1];
      if (address) resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`The stand-in ended with ${code} before it was ready.`)));
  });
  return {
    origin,
    api: async (account, method, path, params = {}) => {
      const response = await fetch(`${origin}${path}`, {
        method,
        headers: { Authorization: `Bearer sk_test_${account}` },
        ...(method === "POST" ? { body: new URLSearchParams(params) } : {}),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
      return JSON.parse(text);
    },
    stop: async () => {
      process.off("exit", kill);
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}
