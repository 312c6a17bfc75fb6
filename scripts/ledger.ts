import { parseArgs } from "node:util";
import { db } from "@/db/client";
import { receiver } from "@/lib/billing/receiver";
import { type Again, pruneLedger, replay, retryFailed } from "@/lib/stripe/webhooks/again";
import { type Unprocessed, unprocessedEvents } from "@/lib/stripe/webhooks/unprocessed";
import { withDatabase } from "./services/database";
import { Fault, run } from "./support/fault";
import { chosen, counted, expectNone, indented } from "./support/words";

const usage = `npm run stripe:ledger                       events that failed or are under way, and why; --verbose: with the stack
npm run stripe:ledger -- retry              try failed events that are due again
npm run stripe:ledger -- replay evt_1 …     run events of the ledger again, processed or not
npm run stripe:ledger -- prune --days 90    forget processed events received longer ago than that`;

/** Events that are listed at the most, and days that anybody keeps them: a hundred years. */
const MOST = 100;
const LONGEST = 36_500;

type Options = { days: number; verbose: boolean };

const commands: Readonly<Record<string, (words: string[], options: Options) => Promise<void>>> = {
  list: async (words, { verbose }) => {
    expectNone(words, usage);
    list(await unprocessedEvents(MOST + 1), verbose);
  },
  retry: async (words) => {
    expectNone(words, usage);
    const due = () => retryFailed(receiver);
    let done = await due();
    if (done.length === 0) console.log("No event is due.");
    for (; done.length > 0; done = await due()) tell(done);
  },
  replay: async (ids) => {
    if (ids.length === 0) throw new Fault(`Name what is to be replayed.\n\n${usage}`);
    const unknown: string[] = [];
    for (const id of ids) {
      const again = await replay(id, receiver);
      if (again) tell([again]);
      else unknown.push(id);
    }
    if (unknown.length > 0) throw new Fault(`The ledger has no event ${unknown.join(", ")}.`);
  },
  prune: async (words, { days }) => {
    expectNone(words, usage);
    if (!(days >= 30 && days <= LONGEST)) {
      throw new Fault("--days takes 30 or more: as long as Stripe itself keeps its events.");
    }
    console.log(`${counted(await pruneLedger(days), "event")} forgotten.`);
  },
};

/** `npm run stripe:ledger`: what an operator does with the ledger of Stripe's events. */
await run(
  () =>
    withDatabase(async (url) => {
      process.env.DATABASE_URL = url;
      const { positionals, values } = parseArgs({
        allowPositionals: true,
        options: {
          days: { type: "string", default: "90" },
          verbose: { type: "boolean", default: false },
        },
      });
      const [name = "list", ...words] = positionals;
      const options = { days: Number(values.days), verbose: values.verbose };
      await chosen(commands, name, usage)(words, options).finally(() => db.$client.end());
    }),
  usage,
);

function list(found: Unprocessed[], verbose: boolean): void {
  if (found.length === 0) console.log("Every event is processed.");
  for (const { id, type, status, attempts, nextAttemptAt, lastError } of found.slice(0, MOST)) {
    const next = nextAttemptAt ? `, the next after ${nextAttemptAt.toISOString()}` : "";
    console.log(`${id}  ${type}  ${status}, ${counted(attempts, "attempt")}${next}`);
    if (lastError) console.log(indented(verbose ? lastError : withoutStack(lastError)));
  }
  if (found.length > MOST) console.log(`These are the first ${MOST}; there are more.`);
}

function withoutStack(error: string): string {
  return error.replace(/\n {4}at .*/s, "");
}

function tell(done: Again[]): void {
  for (const { id, attempts, result } of done) console.log(`${id}: ${result} (attempt ${attempts})`);
  if (done.some(({ result }) => result === "failed")) process.exitCode = 1;
}
