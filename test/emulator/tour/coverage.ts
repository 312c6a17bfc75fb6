import { parseArgs } from "node:util";
import { coverageOf, missingOf, type Share, unvisited } from "./specified";
import { takeTour } from "./tour";

const HELP = `Tours the stand-in for Stripe through the real SDK and says how much of Stripe it has.

Usage: npm run stripe:coverage -- [flags]

  --json   figures alone, for programs
  --help   this text`;

const { values } = parseArgs({ options: { help: { type: "boolean" }, json: { type: "boolean" } } });
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const recorder = await takeTour();
const { tier1, tier2, tier3, events, valid } = coverageOf(recorder);
if (values.json) {
  console.log(JSON.stringify({ tier1, tier2, events, valid }));
} else {
  const built = ({ built, of }: Share) => `${built} of ${of} operations built`;
  console.log(`Tier 1: ${built(tier1)}\nTier 2: ${built(tier2)}\nTier 3: ${built(tier3)}`);
  console.log(`Events: ${events.built} of ${events.of} types emitted`);
  console.log(`Valid:  ${valid.checked - valid.failed} of ${valid.checked} answers and events`);
  list("Tier 1 without", missingOf("tier1"));
  list("Tier 2 without", missingOf("tier2"));
  list("Built and not toured", unvisited(recorder));
  list("Not as the SDK's types say", recorder.failures);
}
process.exitCode = valid.failed > 0 ? 1 : 0;

function list(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`\n${title}:\n${lines.map((line) => `  ${line}`).join("\n")}`);
}
