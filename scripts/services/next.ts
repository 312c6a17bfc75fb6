import { program } from "../support/command";
import type { Guard } from "../support/guard";
import { type Service, startService } from "../support/service";

type Options = {
  command: "dev" | "start";
  port: number;
  env: Readonly<Record<string, string | undefined>>;
  guard: Guard;
};

/**
 * What requests under way hold on to is copied whenever V8 collects its young generation. With V8's own limit of 16 MB that
 * takes a tenth of Next's thread under load, with this one half of it. It grows so far only under load, and is 96 MB larger then.
 * https://nodejs.org/docs/latest-v20.x/api/cli.html#--max-semi-space-sizesize-in-mebibytes
 */
const YOUNG_GENERATION = "--max-semi-space-size=64";

/** Starts Next and returns at once; `answering` tells when it takes requests. */
export function startNext({ command, port, env, guard }: Options): Service {
  const isServing = command === "start";
  return startService({
    name: "Next",
    args: [program("next"), command, "--port", String(port)],
    env: {
      ...env,
      NODE_ENV: isServing ? "production" : "development",
      NEXT_TELEMETRY_DISABLED: "1",
      // Before what somebody has set, which then prevails.
      ...(isServing ? { NODE_OPTIONS: [YOUNG_GENERATION, env.NODE_OPTIONS ?? ""].join(" ").trim() } : {}),
    },
    guard,
  });
}
