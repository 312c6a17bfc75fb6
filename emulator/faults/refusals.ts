import { type ApiAnswer, errorAnswer } from "../api/answers";
import { StripeError } from "../core/errors";

/** Whose answer it is: the request's id, and its idempotency key. */
interface Refused {
  readonly requestId: string;
  readonly key: string | null;
}

/** An answer in place of the one the work would have given. */
export type Refusal = (refused: Refused) => ApiAnswer;

/** Stripe's own failure. https://docs.stripe.com/error-low-level#server-errors */
export function serverError(status: number): StripeError {
  const message = "An unknown error occurred; try your request again.";
  return new StripeError(status, { message, type: "api_error" });
}

export const failure =
  (status: number): Refusal =>
  ({ requestId, key }) =>
    errorAnswer(serverError(status), requestId, key);

/** What stands between client and Stripe has failed: its page is no JSON, and nobody knows whether the work was done. */
export const errorPage =
  (status: number): Refusal =>
  () => ({
    status,
    headers: { "Content-Type": "text/html" },
    body: `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`,
  });

/** https://docs.stripe.com/rate-limits */
export const rateLimit: Refusal = ({ requestId, key }) => {
  const message =
    "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.";
  const error = new StripeError(429, { code: "rate_limit", message, type: "invalid_request_error" });
  const answer = errorAnswer(error, requestId, key);
  return { ...answer, headers: { ...answer.headers, "Stripe-Rate-Limited-Reason": "global-rate" } };
};

/** The only answer without a request's id. https://docs.stripe.com/rate-limits#object-lock-timeouts */
export const lockTimeout: Refusal = ({ requestId }) => {
  const message =
    "This object cannot be accessed right now because another API request or Stripe process is currently accessing " +
    "it. If you see this error intermittently, retry the request. If you see this error frequently and are making " +
    "multiple concurrent requests to a single object, make your requests serially or at a lower rate. For more " +
    "details, see https://stripe.com/docs/rate-limits#object-lock-timeouts.";
  const error = new StripeError(429, { code: "lock_timeout", message, type: "invalid_request_error" });
  const { "Request-Id": _unsent, ...headers } = errorAnswer(error, requestId, null).headers;
  return { ...errorAnswer(error, requestId, null), headers: { ...headers, "Stripe-Should-Retry": "true" } };
};

/** https://docs.stripe.com/error-codes#idempotency-key-in-use */
export const keyInUse: Refusal = ({ requestId, key }) => {
  const message =
    "There is currently another in-progress request using this Idempotent Key (that probably means you submitted " +
    `twice, and the other request is still going through): ${key ?? ""}. Please try again later.`;
  const error = new StripeError(409, {
    code: "idempotency_key_in_use",
    message,
    type: "invalid_request_error",
  });
  const answer = errorAnswer(error, requestId, key);
  return { ...answer, headers: { ...answer.headers, "Stripe-Should-Retry": "true" } };
};
