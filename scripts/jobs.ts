import { db } from "@/db/client";
import { jobs } from "@/lib/billing/jobs";
import { type DeadLetter, deadLetters, dropDeadLetters, retryDeadLetters } from "@/lib/jobs/dead-letters";
import { dropUnknownJobs, type UnknownJob, unknownJobs } from "@/lib/jobs/unknown-jobs";
import { withDatabase } from "./services/database";
import { Fault, run } from "./support/fault";
import { chosen, counted, expectNone, indented } from "./support/words";

const usage = `npm run jobs                     jobs that ran out of attempts, and those of a name that no worker knows
npm run jobs -- retry [12 …]     give them all their attempts again; all of them, or those named
npm run jobs -- drop 12 …        take them out of the queue for good`;

/** Jobs of a kind that are listed at the most. */
const MOST = 100;

/** The names of all jobs: by them workers choose what they take. */
const known = jobs.map(({ name }) => name);

const commands: Readonly<Record<string, (ids: string[]) => Promise<void>>> = {
  list: async (words) => {
    expectNone(words, usage);
    const [dead, unknown] = [await deadLetters(db, MOST + 1), await unknownJobs(db, known, MOST + 1)];
    if (dead.length + unknown.length === 0)
      console.log("No job has run out of attempts, and none waits that no worker knows.");
    listDead(dead);
    listUnknown(unknown);
  },
  retry: async (ids) => {
    const done = await retryDeadLetters(db, ids.length > 0 ? ids : undefined);
    tell(done, "to be tried again");
    refuseOthers(ids, done, "No job that ran out of attempts");
  },
  drop: async (ids) => {
    if (ids.length === 0) throw new Fault(`Name what is to be dropped.\n\n${usage}`);
    const done = [...(await dropDeadLetters(db, ids)), ...(await dropUnknownJobs(db, known, ids))];
    tell(done, "dropped");
    refuseOthers(ids, done, "No job that npm run jobs lists");
  },
};

/** `npm run jobs`: what an operator does with jobs that wait for somebody to do something. */
await run(
  () =>
    withDatabase(async (url) => {
      process.env.DATABASE_URL = url;
      const [name = "list", ...ids] = process.argv.slice(2);
      await chosen(commands, name, usage)(ids).finally(() => db.$client.end());
    }),
  usage,
);

function listDead(letters: DeadLetter[]): void {
  for (const { id, job, key, attempts, lastError, askedAt } of letters.slice(0, MOST)) {
    console.log(
      `${id}  ${key ?? job}  asked for at ${askedAt.toISOString()}, ${counted(attempts, "attempt")}`,
    );
    console.log(indented(lastError ?? "The worker died in the middle of it."));
  }
  if (letters.length > MOST)
    console.log(`Of those that failed these are the latest ${MOST}; there are more.`);
}

function listUnknown(waiting: UnknownJob[]): void {
  for (const { id, job, key, askedAt } of waiting.slice(0, MOST)) {
    console.log(`${id}  ${key ?? job}  asked for at ${askedAt.toISOString()}, waits`);
    console.log(
      indented(`No job is called ${job} any more, or yet: no worker takes it. Drop it, or declare one.`),
    );
  }
  if (waiting.length > MOST) console.log(`Of those that wait these are the latest ${MOST}; there are more.`);
}

function tell(done: readonly string[], what: string): void {
  console.log(`${counted(done.length, "job")} ${what}.`);
}

function refuseOthers(asked: readonly string[], done: readonly string[], what: string): void {
  const others = asked.filter((id) => !done.includes(id));
  if (others.length > 0) throw new Fault(`${what}: ${others.join(", ")}`);
}
