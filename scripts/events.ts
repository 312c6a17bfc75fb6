import { parseArgs } from "node:util";
import { db } from "@/db/client";
import { handlers } from "@/lib/billing/on";
import { catchUp } from "@/lib/stripe/webhooks/catch-up";
import { withDatabase } from "./services/database";
import { run } from "./support/fault";
import { Interrupted, onInterruption } from "./support/interruption";
import { rateFrom } from "./support/types";

/**
 * `npm run stripe:events -- [--rate 12]`: takes in the events that Stripe has and no delivery has brought. Exit
 * code 1 when one failed or some are beyond reach.
 */
await run(() =>
  withDatabase(async (url) => {
    process.env.DATABASE_URL = url;
    const { values } = parseArgs({ options: { rate: { type: "string" } } });
    await poll(rateFrom(values.rate)).finally(() => db.$client.end());
  }),
);

async function poll(rate: { perSecond?: number }): Promise<void> {
  try {
    const done = await catchUp({ handlers }, { ...rate, signal: onInterruption() });
    console.log(
      `${done.read} events read, ${done.processed} were missing and are taken in, ${done.failed} failed.`,
    );
    if (done.failed > 0) console.error("Failed events are in the ledger: npm run stripe:ledger -- retry");
    if (done.unreadable.length > 0) console.error(`Can't be kept: ${done.unreadable.join(", ")}`);
    if (done.gap) {
      const { from, to } = done.gap;
      console.error(
        `Stripe lists no events older than 30 days: those between ${from.toISOString()} and ${to.toISOString()} may be lost.\n` +
          "Run npm run stripe:sync -- --full, then npm run stripe:reconcile -- --fix.",
      );
    }
    if (done.failed > 0 || done.unreadable.length > 0 || done.gap) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    console.log("\nStopped. The next run goes on from here.");
    process.exitCode = 130;
  }
}
