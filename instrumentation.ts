/** Runs once when the server starts: a faulty environment ends it here, not at somebody's first purchase. */
export async function register(): Promise<void> {
  // Conditions that the bundler decides: what isn't run at the edge, or in development, is not compiled for it either.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    if (process.env.NEXT_PHASE === "phase-production-build") return;
    const { env } = await import("@/lib/env");
    env();
    if (process.env.NODE_ENV === "production") {
      const { startUp } = await import("./instrumentation-node");
      startUp();
    }
  }
}
