/** Runs once when the server starts: a faulty environment ends it here, not at somebody's first purchase. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { env } = await import("@/lib/env");
  const { DATABASE_URL, WORKER, GATEHOUSE_DEMO } = env();
  // In development and for a demo, what is stated has just been put there.
  if (process.env.NODE_ENV === "production" && !GATEHOUSE_DEMO) await tellDrift();
  const { warnOfUnsentMail } = await import("@/lib/email/warn-unsent");
  warnOfUnsentMail();
  if (WORKER === "off") return;
  const { runWorkerHere } = await import("@/lib/jobs/worker-of-process");
  const { jobs } = await import("@/lib/billing/jobs");
  const { schedule } = await import("@/lib/billing/schedule");
  runWorkerHere({ url: DATABASE_URL, jobs, schedule }, patience);
}

/** Not waited for: neither a Stripe that is away nor a price that differs keeps anybody out. */
async function tellDrift(): Promise<void> {
  const { reportCatalogueDrift } = await import("@/lib/billing/report-catalogue-drift");
  reportCatalogueDrift().catch((error: unknown) => {
    console.warn("What Stripe sells couldn't be compared with billing.config.ts:", error);
  });
}

/** Milliseconds. Whoever stops a development server doesn't want to wait. */
const patience = process.env.NODE_ENV === "production" ? 4_000 : 300;
