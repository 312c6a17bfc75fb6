/** Runs once when the server starts: a faulty environment ends it here, not at somebody's first purchase. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { env } = await import("@/lib/env");
  const { DATABASE_URL, WORKER } = env();
  if (WORKER === "off") return;
  const { runWorkerHere } = await import("@/lib/jobs/worker-of-process");
  const { jobs } = await import("@/lib/billing/jobs");
  const { schedule } = await import("@/lib/billing/schedule");
  runWorkerHere({ url: DATABASE_URL, jobs, schedule }, patience);
}

/** Milliseconds. Whoever stops a development server doesn't want to wait. */
const patience = process.env.NODE_ENV === "production" ? 4_000 : 300;
