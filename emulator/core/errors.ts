/** The `error` object of Stripe's answers: https://docs.stripe.com/api/errors */
export interface ErrorBody {
  readonly type: "api_error" | "card_error" | "idempotency_error" | "invalid_request_error";
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly decline_code?: string;
  readonly advice_code?: string;
  readonly network_decline_code?: string;
  readonly charge?: string;
  /** Stored objects, rendered in full when the error is answered. */
  readonly payment_intent?: object;
  readonly payment_method?: object;
  readonly setup_intent?: object;
}

/**
 * An error on its way to the client, in Stripe's form. Throwing it undoes what the handler wrote, unless
 * `keep` says that the failure itself is the outcome (a declined card leaves its failed charge behind).
 */
export class StripeError extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
    readonly keep = false,
  ) {
    super(body.message);
  }
}

/** 400, the request can't be done. `code` and `param` only where Stripe gives them. */
export function invalidRequest(
  message: string,
  details: { code?: string; param?: string } = {},
): StripeError {
  return new StripeError(400, { ...details, message, type: "invalid_request_error" });
}

/** 400 for an id given in a parameter that names nothing; `param` in bracket form. */
export function missingReference(noun: string, id: string, param: string): StripeError {
  return invalidRequest(`No such ${noun}: '${id}'`, { code: "resource_missing", param });
}

/** 404 for the id in the URL. `param` is `id` except where Stripe names it otherwise. */
export function notFound(noun: string, id: string, param = "id"): StripeError {
  return new StripeError(404, {
    code: "resource_missing",
    message: `No such ${noun}: '${id}'`,
    param,
    type: "invalid_request_error",
  });
}

/** 400 `parameter_missing`, in the words of Stripe's validator. */
export function missingParam(param: string): StripeError {
  return invalidRequest(`Missing required param: ${param}.`, { code: "parameter_missing", param });
}

/** 400 for an empty text given for what can't be unset. */
export function emptyParam(param: string): StripeError {
  const message =
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; ` +
    `however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`;
  return invalidRequest(message, { code: "parameter_invalid_empty", param });
}

/** 402 for a card that was refused; `keep` leaves the failed charge and the events in place. */
export function cardError(body: Omit<ErrorBody, "type">, keep: boolean): StripeError {
  return new StripeError(402, { ...body, type: "card_error" }, keep);
}
