/** Runs once when the server starts: a faulty environment ends it here, not at somebody's first purchase. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("@/lib/env");
  env();
}
