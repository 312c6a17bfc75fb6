/** What went wrong, for a person: a failed query names its cause apart, a refused connection only its parts. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("\n");
  if (!(error instanceof Error)) return String(error);
  return [error.message.trim(), ...(error.cause ? [reasonOf(error.cause)] : [])].join("\n");
}
