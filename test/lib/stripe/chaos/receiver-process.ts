import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { fileURLToPath } from "node:url";
import { programArguments } from "@/scripts/support/program";
import type { Receiving } from "./receivers";
import { time } from "./time";
import type { SentEvent } from "./told";

type Running = {
  child: ChildProcess;
  /** Null for one that was killed before it could listen. */
  port: Promise<number | null>;
};

/** Takes events in by a process of its own. To be interrupted is to be killed; another takes its place at once. */
export class ReceiverProcess implements Receiving {
  #current: Running;
  #next: Running;

  private constructor(readonly program: readonly string[]) {
    this.#current = start(program);
    this.#next = start(program);
  }

  static async open(): Promise<ReceiverProcess> {
    const file = fileURLToPath(new URL("receiver-program.ts", import.meta.url));
    return new ReceiverProcess(await programArguments(file));
  }

  deliver({ id, ...event }: SentEvent, fails: boolean): Promise<number> {
    return this.#order(`/deliver?id=${id}&fails=${fails}`, JSON.stringify({ id, ...event }));
  }

  async poll(): Promise<void> {
    await this.#order("/poll");
  }

  async retry(): Promise<void> {
    await this.#order("/retry");
  }

  async interrupt(): Promise<void> {
    const { child } = this.#current;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
    this.#current = this.#next;
    this.#next = start(this.program);
  }

  end(): void {
    for (const { child } of [this.#current, this.#next]) child.kill("SIGKILL");
  }

  async #order(path: string, body = ""): Promise<number> {
    const port = await this.#current.port;
    if (port === null) return 0;
    return new Promise((resolve) => {
      const headers = { "x-seconds": time.seconds };
      const options = { method: "POST", port, host: "127.0.0.1", path, headers };
      const sent = request(options, (answer) => {
        answer.resume().on("error", () => {});
        resolve(answer.statusCode ?? 0);
      });
      sent.on("error", () => resolve(0)).end(body);
    });
  }
}

function start(program: readonly string[]): Running {
  const child = spawn(process.execPath, program, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const listening = once(child, "message").then(([port]) => Number(port));
  return { child, port: Promise.race([listening, once(child, "exit").then(() => null)]) };
}
