/**
 * Whether an error is PostgreSQL's of this kind.
 *
 * @param state https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isOfState(error: unknown, state: string): boolean {
  if (!(error instanceof Error)) return false;
  // Drizzle's errors have PostgreSQL's as their cause.
  return ("code" in error && error.code === state) || isOfState(error.cause, state);
}
