import { db } from "@/db/client";
import { type DeadLetter, deadLetters, dropDeadLetters, retryDeadLetters } from "@/lib/jobs/dead-letters";
import { withDatabase } from "./services/database";
import { Fault, run } from "./support/fault";
import { chosen, counted, expectNone, indented } from "./support/words";

const usage = `npm run jobs                     jobs that ran out of attempts
npm run jobs -- retry [12 …]     give them all their attempts again; all of them, or those named
npm run jobs -- drop 12 …        take them out of the queue for good`;

/** Dead letters that are listed at the most. */
const MOST = 100;

const commands: Readonly<Record<string, (ids: string[]) => Promise<void>>> = {
  list: async (words) => {
    expectNone(words, usage);
    list(await deadLetters(db, MOST + 1));
  },
  retry: async (ids) => {
    tell(await retryDeadLetters(db, ids.length > 0 ? ids : undefined), "to be tried again", ids);
  },
  drop: async (ids) => {
    if (ids.length === 0) throw new Fault(`Name what is to be dropped.\n\n${usage}`);
    tell(await dropDeadLetters(db, ids), "dropped", ids);
  },
};

/** `npm run jobs`: what an operator does with jobs that have failed for good. */
await run(
  () =>
    withDatabase(async (url) => {
      process.env.DATABASE_URL = url;
      const [name = "list", ...ids] = process.argv.slice(2);
      await chosen(commands, name, usage)(ids).finally(() => db.$client.end());
    }),
  usage,
);

function list(letters: DeadLetter[]): void {
  if (letters.length === 0) console.log("No job has run out of attempts.");
  for (const { id, job, key, attempts, lastError, askedAt } of letters.slice(0, MOST)) {
    console.log(
      `${id}  ${key ?? job}  asked for at ${askedAt.toISOString()}, ${counted(attempts, "attempt")}`,
    );
    console.log(indented(lastError ?? "The worker died in the middle of it."));
  }
  if (letters.length > MOST) console.log(`These are the latest ${MOST}; there are more.`);
}

function tell(done: readonly string[], what: string, asked: readonly string[]): void {
  console.log(`${counted(done.length, "job")} ${what}.`);
  const others = asked.filter((id) => !done.includes(id));
  if (others.length > 0) throw new Fault(`No job that ran out of attempts: ${others.join(", ")}`);
}
