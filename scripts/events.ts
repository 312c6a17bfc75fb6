import { parseArgs } from "node:util";
import { receiver } from "@/lib/billing/receiver";
import { catchUp } from "@/lib/stripe/webhooks/catch-up";
import { watchTakingIn } from "./progress/taking-in";
import { runCatchingUp } from "./support/catching-up";
import { rateFrom } from "./support/types";
import { counted } from "./support/words";

const usage = `npm run stripe:events                 takes in events that no delivery has brought
npm run stripe:events -- --rate 12    with so many requests a second at most`;

/**
 * `npm run stripe:events -- [--rate 12]`: takes in the events that Stripe has and no delivery has brought. Exit
 * code 1 when one failed or some are beyond reach.
 */
await runCatchingUp({ usage }, async (signal) => {
  const { values } = parseArgs({ options: { rate: { type: "string" } } });
  const { watched, end } = watchTakingIn(process.stderr, receiver);
  const done = await catchUp(watched, { ...rateFrom(values.rate), signal }).finally(end);
  const { read, processed, failed, unreadable, gap } = done;
  console.log(`${counted(read, "event")} read, ${processed} of them missing and taken in, ${failed} failed.`);
  if (failed > 0) console.error("Failed events are in the ledger: npm run stripe:ledger -- retry");
  if (unreadable.length > 0) console.error(`Can't be kept: ${unreadable.join(", ")}`);
  if (gap) console.error(sayGap(gap));
  if (failed > 0 || unreadable.length > 0 || gap) process.exitCode = 1;
});

function sayGap({ from, to }: { from: Date; to: Date }): string {
  return [
    `Stripe lists events for 30 days: any between ${from.toISOString()} and ${to.toISOString()} are lost.`,
    "Bring the database in line with: npm run stripe:sync -- --full && npm run stripe:reconcile -- --fix",
  ].join("\n");
}
