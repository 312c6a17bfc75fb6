import { DrizzleQueryError } from "drizzle-orm";
import { keepable } from "@/db/keepable";

/**
 * What a job threw, as the queue notes it and the log shows it. Where the note couldn't be kept, the queue would end the whole
 * worker. Of a failed query there are only PostgreSQL's own words, not the data sent with it; of several failures each.
 */
export function failureOf(thrown: unknown): Error {
  if (thrown instanceof DrizzleQueryError && thrown.cause) return failureOf(thrown.cause);
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const several: unknown[] = error instanceof AggregateError ? error.errors : [];
  const message = keepable(
    [error.message, ...several.map((one) => failureOf(one).message)].join("\n").trim(),
  );
  if (message === error.message) return error;
  const failure = new Error(message, { cause: error });
  failure.stack = keepable(error.stack ?? message);
  return failure;
}
