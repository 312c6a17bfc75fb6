import type { z } from "zod";

/** One attempt at a job, as the job may know it. */
type Attempt = {
  /** 1 for the first. */
  attempt: number;
  /** Aborted when the worker is told to stop: work of more than a few seconds should end early, or throw. */
  signal: AbortSignal;
};

/** A kind of work that is done later, outside the transaction that asks for it. */
export type Job<Payload> = {
  name: string;
  /** After so many failed attempts it is a dead letter. */
  attempts: number;
  payload: z.ZodType<Payload>;
  /**
   * Does the work for a payload out of the queue.
   *
   * @throws what the work throws; where the payload isn't of the job's shape, what is wrong with it
   */
  run(payload: unknown, attempt: Attempt): Promise<void>;
};

type Declaration<Payload> = {
  /** What the job is told. Keep it to ids: the work is done later, and reads what is true then. */
  payload: z.ZodType<Payload>;
  /** 14 unless told otherwise: with the growing waits between them, a bit more than a day. */
  attempts?: number;
  /** Does the work. It may be called again for the same payload, when a worker dies in the middle of it. */
  run(payload: Payload, attempt: Attempt): Promise<void>;
};

/**
 * Declares a job.
 *
 * @param name its name in the queue: don't change it while such jobs wait
 */
export function job<Payload>(
  name: string,
  { payload, attempts = 14, run }: Declaration<Payload>,
): Job<Payload> {
  return { name, attempts, payload, run: async (given, attempt) => run(payload.parse(given), attempt) };
}
