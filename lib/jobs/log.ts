import { Logger } from "graphile-worker";

const loud = new Set<string>(["error", "warning"]);

/** What the queue has to say, as far as somebody should hear it: failures, and what may become one. */
export const jobLog = new Logger(() => (level, message) => {
  if (loud.has(level)) console.error(`Jobs: ${message}`);
});

/** An error as it is logged: one that has a code, the system's or PostgreSQL's, says all in its message; others whole. */
export function briefly(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.message || error.code : error;
}
