import { createRequire } from "node:module";
import type { Guard } from "../support/guard";
import { answering, type Service, startService } from "../support/service";

type Options = {
  command: "dev" | "start";
  port: number;
  env: Readonly<Record<string, string | undefined>>;
  guard: Guard;
};

/** The program behind `next`, run by Node itself: npx and npm would stand between it and our signals. */
export const nextProgram = createRequire(import.meta.url).resolve("next/dist/bin/next");

/** Starts Next and returns at once; `answering` it is for the caller to await. */
export function startNext({ command, port, env, guard }: Options): Service {
  return startService({
    name: "Next",
    args: [nextProgram, command, "--port", String(port)],
    env: { ...env, NODE_ENV: command === "dev" ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" },
    guard,
  });
}

/** Waits until the application answers. */
export const applicationReady = (service: Service, origin: string) =>
  answering(service, `${origin}/api/health`);
