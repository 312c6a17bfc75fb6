/** What went wrong, for a person. A failed query or request only quotes itself: its cause says what it was. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("\n");
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reasonOf(error.cause);
  return isUnmigrated(error) ? `${error.message.trim()}\n${MIGRATE}` : error.message.trim();
}

const MIGRATE = "The database hasn't the newest schema: npm run db:migrate brings it.";

/** Whether PostgreSQL misses a schema, a table or a column. https://www.postgresql.org/docs/current/errcodes-appendix.html */
function isUnmigrated(error: Error): boolean {
  return "code" in error && /^(3F000|42P01|42703)$/.test(String(error.code));
}
