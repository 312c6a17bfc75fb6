import { parseArgs } from "node:util";
import { program, runNode } from "./support/command";

/**
 * `npm run test:chaos -- --runs 10000`: plays that many random histories at the stand-in, each with its own way of
 * being delivered; a share of them with the receiver's process killed again and again. A failing one prints its seed
 * and path, and `-- --seed S --path P` plays it again (with `--killed`, where it was one of that share).
 */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string" },
    path: { type: "string" },
    killed: { type: "boolean", default: false },
  },
});
const { runs, seed, path, killed } = values;
const one = killed ? "killed.test.ts" : "chaos.test.ts";
const files = `test/lib/stripe/chaos/${path === undefined && !killed ? "" : one}`;
const { code } = await runNode([program("vitest"), "run", files], {
  env: {
    CHAOS_RUNS: runs,
    ...(seed === undefined ? {} : { CHAOS_SEED: seed }),
    ...(path === undefined ? {} : { CHAOS_PATH: path }),
  },
});
process.exitCode = code;
