import { parseArgs } from "node:util";
import { db } from "@/db/client";
import {
  isInOrder,
  type Reconciled,
  type ReconcileOptions,
  reconcile,
} from "@/lib/stripe/reconcile/reconcile";
import { describeDrift, driftAsJson } from "./progress/drift";
import { withDatabase } from "./services/database";
import { run } from "./support/fault";
import { Interrupted, onInterruption } from "./support/interruption";
import { rateFrom, typesFrom } from "./support/types";

/**
 * `npm run stripe:reconcile -- [--fix] [--verbose] [--json] [--types customer,price] [--rate 12]`: compares the
 * database with Stripe. Exit code 1 when something differs and isn't repaired, or couldn't be compared.
 */
await run(() =>
  withDatabase(async (url) => {
    process.env.DATABASE_URL = url;
    const { values } = parseArgs({
      options: {
        fix: { type: "boolean", default: false },
        verbose: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        types: { type: "string" },
        rate: { type: "string" },
      },
    });
    const options = {
      ...{ fix: values.fix, types: typesFrom(values.types), signal: onInterruption() },
      ...(values.verbose ? { ids: Number.POSITIVE_INFINITY } : {}),
      ...rateFrom(values.rate),
    };
    await compare(options, values.json ? driftAsJson : describeDrift).finally(() => db.$client.end());
  }),
);

async function compare(options: ReconcileOptions, describe: (found: readonly Reconciled[]) => string) {
  try {
    const found = await reconcile(options);
    console.log(describe(found));
    if (!found.every(isInOrder)) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    console.error("Stopped before the end.");
    process.exitCode = 130;
  }
}
