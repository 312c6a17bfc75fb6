import { parseArgs } from "node:util";
import { db } from "@/db/client";
import { receiver } from "@/lib/billing/receiver";
import { type Again, pruneLedger, replay, retryFailed } from "@/lib/stripe/webhooks/again";
import { withDatabase } from "./services/database";
import { Fault, run } from "./support/fault";

const usage = `npm run stripe:ledger -- retry              try failed events that are due again
npm run stripe:ledger -- replay evt_1 …     run events of the ledger again, processed or not
npm run stripe:ledger -- prune --days 90    forget events processed longer ago than that`;

const commands: Readonly<Record<string, (ids: string[], days: number) => Promise<void>>> = {
  retry: async () => {
    const due = () => retryFailed(receiver);
    let done = await due();
    if (done.length === 0) console.log("No event is due.");
    for (; done.length > 0; done = await due()) tell(done);
  },
  replay: async (ids) => {
    for (const id of ids) {
      const again = await replay(id, receiver);
      if (!again) throw new Fault(`The ledger has no event ${id}.`);
      tell([again]);
    }
  },
  prune: async (_, days) => {
    if (!(days >= 30)) throw new Fault("--days takes 30 or more: as long as Stripe itself keeps its events.");
    console.log(`${await pruneLedger(days)} events forgotten.`);
  },
};

/** `npm run stripe:ledger`: what an operator does with the ledger of Stripe's events. */
await run(
  () =>
    withDatabase(async (url) => {
      process.env.DATABASE_URL = url;
      const { positionals, values } = parseArgs({
        allowPositionals: true,
        options: { days: { type: "string", default: "90" } },
      });
      const [name = "", ...ids] = positionals;
      const command = commands[name];
      if (!command) throw new Fault(usage);
      await command(ids, Number(values.days)).finally(() => db.$client.end());
    }),
  usage,
);

function tell(done: Again[]): void {
  for (const { id, attempts, result } of done) console.log(`${id}: ${result} (attempt ${attempts})`);
  if (done.some(({ result }) => result === "failed")) process.exitCode = 1;
}
