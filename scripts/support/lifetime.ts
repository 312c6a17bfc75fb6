import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import { report } from "./fault";
import { type Guard, startGuard } from "./guard";
import { parentOf } from "./processes";
import type { Service } from "./service";

/** What nothing goes on without. `ended` may know the exit code, or the signal. */
export type Needed = { name: string; ended: Promise<number | NodeJS.Signals | undefined>; said(): string };

export type Lifetime = {
  guard: Guard;
  /** Adds something to stop at the end; the last added stops first. */
  onEnd(stop: () => Promise<void> | void): void;
  /** Stops a service at the end, and ends everything when it ends by itself. */
  needs(service: Service): void;
  /** Ends everything when this ends by itself; to stop it is for whoever started it. */
  watch(needed: Needed): void;
  /** Reports an error, stops everything and leaves; what fails because everything stops already is no error. */
  fail(error: unknown): Promise<never>;
};

/**
 * Everything a command starts lives as long as the command: one Ctrl-C, a `kill`, a closed terminal, or
 * the end of `npm` above us stops it all, in order. A second Ctrl-C doesn't wait.
 */
export function startLifetime(): Lifetime {
  const stops: (() => Promise<void> | void)[] = [];
  const above = ancestors();
  let finishing: Promise<never> | undefined;

  async function stopAll(code: number): Promise<never> {
    for (const stop of stops.reverse()) await stop();
    process.exit(code);
  }
  function finish(code: number): Promise<never> {
    finishing ??= stopAll(code);
    return finishing;
  }
  function interrupted(): void {
    if (finishing) process.exit(130);
    void finish(130);
  }

  function watch({ name, ended, said }: Needed): void {
    void ended.then((end) => {
      if (finishing) return;
      const how = end === undefined ? "" : typeof end === "number" ? ` (exit code ${end})` : ` (${end})`;
      console.error(`\n${name} ended by itself${how}.\n${said()}`);
      void finish(1);
    });
  }

  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, interrupted);
  // No signal tells us when npm is killed.
  setInterval(() => ancestors() !== above && finish(1), 1_000).unref();

  return {
    guard: startGuard(),
    onEnd: (stop) => void stops.push(stop),
    needs(service) {
      stops.push(service.stop);
      watch(service);
    },
    watch,
    async fail(error) {
      // Ctrl-C reaches all of us at once: what it ended may be heard of before it is, which takes a turn of the loop.
      await sleep(100);
      await turn();
      if (!finishing) report(error);
      return finish(1);
    },
  };
}

/** Who is above us: npm, with a shell between. */
const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
