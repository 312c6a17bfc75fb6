import { parseArgs } from "node:util";
import { db } from "@/db/client";
import { receiver } from "@/lib/billing/receiver";
import { type Again, pruneLedger, replay, retryFailed } from "@/lib/stripe/webhooks/again";
import { receivedSince } from "@/lib/stripe/webhooks/received";
import { type Unprocessed, unprocessedEvents } from "@/lib/stripe/webhooks/unprocessed";
import { withDatabase } from "./services/database";
import { startOfDay } from "./support/day";
import { Fault, run } from "./support/fault";
import { chosen, counted, expectNone, indented } from "./support/words";

const usage = `npm run stripe:ledger                       events that failed or are under way, and why; --verbose: with the stack
npm run stripe:ledger -- retry              try failed events that are due again
npm run stripe:ledger -- replay evt_1 …     run events of the ledger again, processed or not
npm run stripe:ledger -- replay --since 2026-11-25 --type invoice.paid
                                            all that were received from that day on (UTC), or since 2026-11-25T14:30Z;
                                            without --type those of any
npm run stripe:ledger -- prune --days 90    forget processed events received longer ago than that`;

/** Events that are listed at the most, and days that anybody keeps them: a hundred years. */
const MOST = 100;
const LONGEST = 36_500;

type Options = { days?: string; verbose?: boolean; since?: string; type?: string };

const commands: Readonly<Record<string, (words: string[], options: Options) => Promise<void>>> = {
  list: async (words, { verbose = false, ...others }) => {
    expectNone([...words, ...named(others)], usage);
    list(await unprocessedEvents(MOST + 1), verbose);
  },
  retry: async (words, others) => {
    expectNone([...words, ...named(others)], usage);
    const due = () => retryFailed(receiver);
    let done = await due();
    if (done.length === 0) console.log("No event is due.");
    for (; done.length > 0; done = await due()) tell(done);
  },
  replay: async (ids, { since, type, ...others }) => {
    expectNone(named(others), usage);
    if (since === undefined && type === undefined) return replayEach(ids);
    expectNone(ids, usage);
    let count = 0;
    for await (const id of receivedSince(momentFrom(since), type ?? null)) {
      const again = await replay(id, receiver);
      if (again) tell([again]);
      count++;
    }
    console.log(`${counted(count, "event")} replayed.`);
  },
  prune: async (words, { days: given = "90", ...others }) => {
    expectNone([...words, ...named(others)], usage);
    const days = Number(given);
    if (!(days >= 30 && days <= LONGEST)) {
      throw new Fault(`--days takes 30, as long as Stripe itself keeps its events, to ${LONGEST}.`);
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
          days: { type: "string" },
          verbose: { type: "boolean" },
          since: { type: "string" },
          type: { type: "string" },
        },
      });
      const [name = "list", ...words] = positionals;
      await chosen(commands, name, usage)(words, values).finally(() => db.$client.end());
    }),
  usage,
);

/** Options as they were given, of those that a command does nothing with. */
function named(options: Options): string[] {
  return Object.keys(options).map((option) => `--${option}`);
}

async function replayEach(ids: string[]): Promise<void> {
  if (ids.length === 0) throw new Fault(`Name what is to be replayed.\n\n${usage}`);
  const unknown: string[] = [];
  for (const id of ids) {
    const again = await replay(id, receiver);
    if (again) tell([again]);
    else unknown.push(id);
  }
  if (unknown.length > 0) throw new Fault(`The ledger has no event ${unknown.join(", ")}.`);
}

/** A day, or a moment with its zone: without one, it would be this machine's. */
function momentFrom(given = ""): Date {
  const isMoment = /^.{10}(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$/.test(given);
  const moment = new Date(isMoment && startOfDay(given.slice(0, 10)) !== null ? given : Number.NaN);
  if (Number.isNaN(moment.getTime())) {
    throw new Fault(`--since takes a day as 2026-11-25, or a moment as 2026-11-25T14:30Z, not "${given}".`);
  }
  return moment;
}

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
