import { reportCatalogueDrift } from "@/lib/billing/catalogue/report-catalogue-drift";
import { jobs } from "@/lib/billing/jobs";
import { schedule } from "@/lib/billing/plan/schedule";
import { warnOfUnsentMail } from "@/lib/email/warn-unsent";
import { env } from "@/lib/env";
import { runWorkerHere } from "@/lib/jobs/worker-of-process";

/** Milliseconds that running jobs have to come to their end. */
const patience = 4_000;

/** What a server in production does besides answering. In development `npm run dev` sees to it. */
export function startUp(): void {
  const { DATABASE_URL, WORKER, GATEHOUSE_DEMO } = env();
  // For a demo, what is stated has just been put there.
  if (!GATEHOUSE_DEMO) tellDrift();
  warnOfUnsentMail();
  if (WORKER !== "off") runWorkerHere({ url: DATABASE_URL, jobs, schedule }, patience);
}

/** Not waited for: neither a Stripe that is away nor a price that differs keeps anybody out. */
function tellDrift(): void {
  reportCatalogueDrift().catch((error: unknown) => {
    console.warn("What Stripe sells couldn't be compared with billing.config.ts:", error);
  });
}
