import { parseArgs } from "node:util";
import { type Synced, syncMirror } from "@/lib/stripe/sync/sync";
import { openBoard } from "./progress/board";
import { runCatchingUp } from "./support/catching-up";
import { reasonOf } from "./support/reason";
import { rateFrom, typesFrom } from "./support/types";

const usage = `npm run stripe:sync                              brings into the database what is new at Stripe
npm run stripe:sync -- --full                    everything, whatever is there already
npm run stripe:sync -- --types customer,price    these types alone
npm run stripe:sync -- --rate 12                 so many requests a second at most`;

/**
 * `npm run stripe:sync -- [--full] [--types customer,price] [--rate 12]`: brings into the database what Stripe
 * holds. Cut short at any moment, it goes on from there the next time. Exit code 1 when any type failed.
 */
await runCatchingUp({ usage }, async (signal) => {
  const { values } = parseArgs({
    options: {
      full: { type: "boolean", default: false },
      types: { type: "string" },
      rate: { type: "string" },
    },
  });
  const types = typesFrom(values.types);
  const board = openBoard(process.stdout, types);
  const began = performance.now();
  const watch = ({ type, state, rows, share }: Synced) => {
    const done = state !== "waiting" && state !== "reading";
    board.update({ name: type, state, count: rows, share, at: performance.now(), done });
  };
  const options = { full: values.full, types, ...rateFrom(values.rate), signal, watch };
  tell(await syncMirror(options).finally(board.end), (performance.now() - began) / 1000);
});

function tell(done: readonly Synced[], seconds: number): void {
  const rows = done.reduce((sum, one) => sum + one.rows, 0);
  const failed = done.filter(({ state }) => state === "failed");
  const absent = done.filter(({ state }) => state === "absent").map(({ type }) => type);
  console.log(`\n${rows.toLocaleString("en-US")} objects taken in, ${seconds.toFixed(1)} s.`);
  if (absent.length > 0) console.log(`The stand-in for Stripe doesn't have: ${absent.join(", ")}.`);
  for (const { type, error } of failed) console.error(`${type} is incomplete: ${reasonOf(error)}`);
  if (failed.length > 0) {
    console.error("The next run goes on where these stopped.");
    process.exitCode = 1;
  }
}
