import { type ErrorBody, StripeError } from "../core/errors";
import { render } from "../core/render";
import type { Store } from "../core/store";
import { API_VERSION } from "../core/version";
import { forBrowser } from "./for-browser";

/** What the API answers, before it is written to the wire. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** JSON as Stripe writes it. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** An error's body; the objects it carries are shown whole, as far as who asked may see them. */
export function errorText(
  error: StripeError,
  store: Store | null,
  requestLog: string,
  publishable = false,
): string {
  const { body } = error;
  const whole = (value: unknown) => {
    if (typeof value !== "object" || value === null || store === null) return value;
    const object = render(store, value);
    return publishable ? forBrowser(object) : object;
  };
  const shown = Object.entries(body).map(([name, value]) => [name, whole(value)]);
  const link = body.code === undefined ? {} : { doc_url: docUrl(body.code) };
  return json({ error: { ...Object.fromEntries(shown), ...link, request_log_url: requestLog } });
}

/** An error as an answer of its own, without objects to show. */
export function errorAnswer(error: StripeError, requestId: string, key: string | null): ApiAnswer {
  return {
    status: error.status,
    body: errorText(error, null, logUrl(requestId)),
    headers: headersOf(requestId, key, requestId),
  };
}

/** The headers of every answer; `original` is the request that did the work an answer tells of. */
export function headersOf(requestId: string, key: string | null, original: string): Record<string, string> {
  return {
    "Request-Id": requestId,
    "Stripe-Version": API_VERSION,
    ...(key === null ? {} : { "Idempotency-Key": key, "Original-Request": original }),
  };
}

/** The address that an error names as its `request_log_url`. https://docs.stripe.com/api/errors#errors-request_log_url */
export function logUrl(requestId: string): string {
  return `https://dashboard.stripe.com/test/workbench/logs?object=${requestId}`;
}

/** An error of any kind as one for the client: what isn't Stripe's is a fault of the stand-in, and is logged. */
export function asStripeError(error: unknown): StripeError {
  if (error instanceof StripeError) return error;
  console.error("The stand-in failed:", error);
  const message = error instanceof Error ? error.message : String(error);
  const body: ErrorBody = { message: `The stand-in for Stripe failed: ${message}`, type: "api_error" };
  return new StripeError(500, body);
}

function docUrl(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}`;
}
