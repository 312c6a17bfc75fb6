import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./support/root";

/**
 * `npm run test:chaos -- --runs 10000 [--seed 1]`: plays that many random histories at Stripe, each with its
 * own way of being delivered, and prints the seed that plays a failing one again.
 */
const { values } = parseArgs({
  options: { runs: { type: "string", default: "1000" }, seed: { type: "string" } },
});
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const { status } = spawnSync(process.execPath, [vitest, "run", "test/lib/stripe/chaos"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, CHAOS_RUNS: values.runs, ...(values.seed ? { CHAOS_SEED: values.seed } : {}) },
});
process.exitCode = status ?? 1;
