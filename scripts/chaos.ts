import { parseArgs } from "node:util";
import { program, runNode } from "./support/command";
import { Fault, run } from "./support/fault";
import { wholeNumber } from "./support/words";

const usage = `Plays random histories at the stand-in for Stripe, each with its own way of being delivered, a share of them with the
receiver's process killed again and again, and compares what came of it.

Usage: npm run test:chaos -- [options]

  --runs 1000   how many histories
  --seed S      the one to begin with; a failing one is printed with its path
  --path P      with the seed: that history alone
  --killed      only those in which the process is killed`;

/** `npm run test:chaos -- --runs 10000`, and `-- --seed S --path P` (and `--killed`, for one of that share) to play one again. */
await run(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: "string" },
      seed: { type: "string" },
      path: { type: "string" },
      killed: { type: "boolean", default: false },
    },
  });
  const { runs, seed, path, killed } = values;
  // Of no number none would be played, and all would pass.
  if (runs !== undefined) wholeNumber(runs, "runs");
  if (seed !== undefined) wholeNumber(seed, "seed", Number.MIN_SAFE_INTEGER);
  if (path !== undefined && seed === undefined) throw new Fault("--path leads nowhere without its --seed.");
  const one = killed ? "killed.test.ts" : "chaos.test.ts";
  const files = `test/lib/stripe/chaos/${path === undefined && !killed ? "" : one}`;
  const { code } = await runNode([program("vitest"), "run", files], {
    env: {
      CHAOS_RUNS: runs ?? (path === undefined ? "1000" : "1"),
      ...(seed === undefined ? {} : { CHAOS_SEED: seed }),
      ...(path === undefined ? {} : { CHAOS_PATH: path }),
    },
  });
  process.exitCode = code;
}, usage);
