import { run } from "@/scripts/support/fault";
import { chosen } from "@/scripts/support/words";
import backfill from "./backfill/benchmark";
import scale from "./scale/benchmark";
import stripe from "./stripe/benchmark";
import type { Benchmark } from "./support/benchmark";
import webhooks from "./webhooks/benchmark";

const benchmarks: Readonly<Record<string, Benchmark>> = { webhooks, backfill, scale, stripe };

const help = `Measures the application beside the best that the same machine could do, or beside itself, in the same run.

Usage: npm run bench -- <what> [--json] [options]

${Object.entries(benchmarks).map(describe).join("\n\n")}

  --json   one object, for programs
  --help   this text`;

/** `npm run bench`: how fast the application is, in shares of what is possible. */
await run(async () => {
  const [name = "", ...args] = process.argv.slice(2);
  if ([name, ...args].includes("--help")) return console.log(help);
  const benchmark = chosen(benchmarks, name, help);
  const options = args.filter((argument) => argument !== "--json");
  console.log(await benchmark.run(options, options.length < args.length));
});
// What was given up may still wait for something.
process.exit();

function describe([name, { about, options }]: [string, Benchmark]): string {
  const lines = Object.entries(options).map(
    ([option, { standard, about }]) => `    ${`--${option} ${standard}`.padEnd(24)} ${about}`,
  );
  return [`  ${name}: ${about}`, ...lines].join("\n");
}
