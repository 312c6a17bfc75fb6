import { program } from "../support/command";
import type { Guard } from "../support/guard";
import { type Service, startService } from "../support/service";

type Options = {
  command: "dev" | "start";
  port: number;
  env: Readonly<Record<string, string | undefined>>;
  guard: Guard;
};

/** Starts Next and returns at once; `answering` tells when it takes requests. */
export function startNext({ command, port, env, guard }: Options): Service {
  return startService({
    name: "Next",
    args: [program("next"), command, "--port", String(port)],
    env: { ...env, NODE_ENV: command === "dev" ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" },
    guard,
  });
}
