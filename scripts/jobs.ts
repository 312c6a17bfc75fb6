import { db } from "@/db/client";
import { type DeadLetter, deadLetters, dropDeadLetters, retryDeadLetters } from "@/lib/jobs/dead-letters";
import { withDatabase } from "./services/database";
import { Fault, run } from "./support/fault";

const usage = `npm run jobs                     jobs that ran out of attempts
npm run jobs -- retry [12 …]     give them all their attempts again; all of them, or those named
npm run jobs -- drop 12 …        take them out of the queue for good`;

const commands: Readonly<Record<string, (ids: string[]) => Promise<void>>> = {
  list: async () => list(await deadLetters(db)),
  retry: async (ids) => {
    const retried = await retryDeadLetters(db, ids.length > 0 ? ids : undefined);
    console.log(`${retried.length} jobs are tried again.`);
  },
  drop: async (ids) => {
    if (ids.length === 0) throw new Fault(`Name what is to be dropped.\n\n${usage}`);
    console.log(`${(await dropDeadLetters(db, ids)).length} jobs are dropped.`);
  },
};

/** `npm run jobs`: what an operator does with jobs that have failed for good. */
await run(
  () =>
    withDatabase(async (url) => {
      process.env.DATABASE_URL = url;
      const [name = "list", ...ids] = process.argv.slice(2);
      const command = commands[name];
      if (!command) throw new Fault(usage);
      await command(ids).finally(() => db.$client.end());
    }),
  usage,
);

function list(letters: DeadLetter[]): void {
  if (letters.length === 0) console.log("No job has run out of attempts.");
  for (const { id, job, key, attempts, lastError, askedAt } of letters) {
    console.log(`${id}  ${key ?? job}  asked for at ${askedAt.toISOString()}, ${attempts} attempts`);
    console.log(`    ${lastError ?? "The worker died in the middle of it."}`);
  }
}
