import Stripe from "stripe";

/*
 * Stripe keeps its first answer under an idempotency key for a day, and repeats it: a refusal, and a failure of its own as well.
 * https://docs.stripe.com/api/idempotent_requests
 */

/**
 * Whether an idempotency key is of no more use, so that what it stands for has to be begun anew. Where another request is under way
 * with it, or an answer was lost, it is still good: asked again, it brings what that has made.
 */
export function isSpent(error: unknown): boolean {
  if (isInUse(error)) return false;
  if (error instanceof Stripe.errors.StripeInvalidRequestError) return true;
  return isForOthers(error) || repeatedFailure(error) !== null;
}

/**
 * Whether another request with the key is under way at this moment.
 * https://docs.stripe.com/error-codes#idempotency-key-in-use
 */
export function isInUse(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && error.code === "idempotency_key_in_use";
}

/** Whether Stripe knows the key from a request with other parameters. */
export function isForOthers(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeIdempotencyError && !isInUse(error);
}

/** The request whose failure Stripe repeats under its key; null where it doesn't. */
export function repeatedFailure(error: unknown): string | null {
  if (!(error instanceof Stripe.errors.StripeAPIError)) return null;
  return error.headers?.["idempotent-replayed"] === "true"
    ? (error.headers["original-request"] ?? null)
    : null;
}
