/** Runs once when the server starts: a faulty environment ends it here, not at somebody's first purchase. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("@/lib/env");
  // The only way to tell next-auth the address people open: https://next-auth.js.org/configuration/options#nextauth_url
  process.env.NEXTAUTH_URL = env().APP_URL;
}
