import { jobs } from "@/lib/billing/jobs";
import { schedule } from "@/lib/billing/plan/schedule";
import { warnOfUnsentMail } from "@/lib/email/warn-unsent";
import { env } from "@/lib/env";
import { runWorkerHere } from "@/lib/jobs/worker-of-process";
import { withDatabase } from "./services/database";
import { run } from "./support/fault";
import { expectNone } from "./support/words";

const beside = process.argv.includes("beside");

/** Milliseconds that running jobs have to come to their end. Whoever stops a development server doesn't want to wait. */
const patience = beside ? 300 : 20_000;

const usage = `npm run worker    runs jobs until Ctrl-C; with WORKER=off the application leaves them to it`;

/**
 * `npm run worker`: runs jobs in a process of its own. Tell the application so with WORKER=off. With the argument
 * `beside` it keeps quiet: `npm run dev` has one beside the application.
 */
await run(() => {
  expectNone(beside ? [] : process.argv.slice(2), usage);
  return withDatabase(async (url) => {
    process.env.DATABASE_URL = url;
    const { DATABASE_URL } = env();
    warnOfUnsentMail();
    if (!beside) console.log("Runs jobs until Ctrl-C, which lets it finish what it is doing.");
    await new Promise<void>((left) => runWorkerHere({ url: DATABASE_URL, jobs, schedule }, patience, left));
  });
}, usage);
process.exit();
