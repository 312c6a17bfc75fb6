import { Logger } from "graphile-worker";

const loud = new Set<string>(["error", "warning"]);

/** What the queue has to say, as far as somebody should hear it: failures, and what may become one. */
export const jobLog = new Logger(() => (level, message) => {
  if (loud.has(level)) console.error(`Jobs: ${message}`);
});
