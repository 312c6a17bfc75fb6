import { parseArgs } from "node:util";
import { db } from "@/db/client";
import { type Synced, syncMirror } from "@/lib/stripe/sync/sync";
import { openBoard } from "./progress/board";
import { withDatabase } from "./services/database";
import { run } from "./support/fault";
import { Interrupted, onInterruption } from "./support/interruption";
import { reasonOf } from "./support/reason";
import { rateFrom, typesFrom } from "./support/types";

/**
 * `npm run stripe:sync -- [--full] [--types customer,price] [--rate 12]`: brings into the database what Stripe
 * holds. Cut short at any moment, it goes on from there the next time. Exit code 1 when any type failed.
 */
await run(() =>
  withDatabase(async (url) => {
    process.env.DATABASE_URL = url;
    const { values } = parseArgs({
      options: { full: { type: "boolean" }, types: { type: "string" }, rate: { type: "string" } },
    });
    const options = { full: values.full ?? false, types: typesFrom(values.types), ...rateFrom(values.rate) };
    await sync(options).finally(() => db.$client.end());
  }),
);

async function sync(options: Parameters<typeof syncMirror>[0] & { types: readonly string[] }): Promise<void> {
  const board = openBoard(process.stdout, options.types);
  const began = new Map<string, number>();
  const watch = ({ type, state, rows, share }: Synced) => {
    const since = began.get(type) ?? performance.now();
    began.set(type, since);
    const done = state !== "waiting" && state !== "reading";
    board.update({
      name: type,
      state,
      count: rows,
      share,
      seconds: (performance.now() - since) / 1000,
      done,
    });
  };
  try {
    const done = await syncMirror({ ...options, watch, signal: onInterruption() });
    board.end();
    tell(done);
  } catch (error) {
    board.end();
    if (!(error instanceof Interrupted)) throw error;
    console.log("\nStopped. The next run goes on from here.");
    process.exitCode = 130;
  }
}

function tell(done: readonly Synced[]): void {
  const rows = done.reduce((sum, one) => sum + one.rows, 0);
  const failed = done.filter(({ state }) => state === "failed");
  const absent = done.filter(({ state }) => state === "absent").map(({ type }) => type);
  console.log(
    `\n${rows.toLocaleString("en-US")} objects of ${done.length - absent.length} types are in the mirror.`,
  );
  if (absent.length > 0) console.log(`The stand-in for Stripe doesn't have: ${absent.join(", ")}.`);
  for (const { type, error } of failed) console.error(`${type} is incomplete: ${reasonOf(error)}`);
  if (failed.length > 0) {
    console.error("The next run goes on where these stopped.");
    process.exitCode = 1;
  }
}
