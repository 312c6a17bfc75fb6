import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { catalogueChanges } from "@/lib/billing/catalogue/setup-catalogue";
import { env } from "@/lib/env";
import { isLiveKey } from "@/lib/stripe/client";
import { expectStandIn } from "./services/stand-in";
import { readEnvFiles } from "./support/env-files";
import { Fault, run } from "./support/fault";
import { reasonOf } from "./support/reason";

const usage = `npm run stripe:setup                 tells what Stripe lacks of billing.config.ts, and asks before it puts it there
npm run stripe:setup -- --yes        puts it there without asking
npm run stripe:setup -- --dry-run    only tells`;

/**
 * `npm run stripe:setup -- [--yes | --dry-run]`: puts billing.config.ts into Stripe. Says first what is to be done, and asks.
 * Exit code 1 when something was to be done and wasn't, for whatever reason.
 */
await run(async () => {
  const { values } = parseArgs({
    options: {
      yes: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
    },
  });
  readEnvFiles();
  await expectStandIn(env().STRIPE_EMULATOR_URL);
  const changes = await asked(catalogueChanges);
  const possible = changes.flatMap(({ says, make }) => (make ? [{ says, make }] : []));
  const left = changes.filter(({ make }) => make === null);
  if (changes.length === 0) return console.log(`${where()} has all of billing.config.ts.`);
  console.log(`${where()}:\n${possible.map(({ says }) => `  ${says}`).join("\n")}`);
  for (const { says } of left) console.error(`  not possible: ${says}`);
  if (left.length > 0) process.exitCode = 1;
  if (possible.length === 0) return;
  if (values["dry-run"] || !(values.yes || (await agreed(possible.length)))) {
    process.exitCode = 1;
    return console.log("Nothing was changed.");
  }
  for (const { says, make } of possible) {
    await asked(make);
    console.log(`done: ${says}`);
  }
}, usage);

function where(): string {
  const { STRIPE_EMULATOR_URL } = env();
  if (STRIPE_EMULATOR_URL) return `The stand-in at ${STRIPE_EMULATOR_URL}`;
  return isLiveKey() ? "Stripe, LIVE mode" : "Stripe, test mode";
}

async function agreed(count: number): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new Fault("Nobody can be asked here: say --yes, or --dry-run to only look.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `Make ${count === 1 ? "this change" : `these ${count} changes`}? [y/N] `,
  );
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** Stripe's refusals are told without a stack. */
async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Fault(`Stripe: ${reasonOf(error)}\nRun it again to go on from here.`);
  }
}
