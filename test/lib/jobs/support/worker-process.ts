import { appendFileSync } from "node:fs";
import { z } from "zod";
import { job } from "@/lib/jobs/job";
import { runWorkerHere } from "@/lib/jobs/worker-of-process";

/**
 * A worker in a process of its own, for tests that kill it: DATABASE_URL, and the file it writes a line to as soon as
 * it has a job, of which it never comes to an end.
 */
const [file = ""] = process.argv.slice(2);
const endless = job("endless", {
  payload: z.object({ number: z.number() }),
  run: async ({ number }) => {
    appendFileSync(file, `${number}\n`);
    await new Promise(() => {});
  },
});
runWorkerHere({ url: process.env.DATABASE_URL ?? "", jobs: [endless] }, 200, () => process.exit(0));
