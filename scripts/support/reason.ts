/** What went wrong, for a person. A failed query or request only quotes itself: its cause says what it was. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("\n");
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message.trim() : reasonOf(error.cause);
}
