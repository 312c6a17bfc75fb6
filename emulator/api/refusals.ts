import { StripeError } from "../core/errors";

/** 404 for an address that Stripe hasn't. */
export function unknownUrl(method: string, pathname: string): StripeError {
  const message =
    `Unrecognized request URL (${method}: ${pathname}). If you are trying to list objects, remove the trailing ` +
    "slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your " +
    "code. Please see https://stripe.com/docs or we can help at https://support.stripe.com/.";
  return new StripeError(404, { message, type: "invalid_request_error" });
}

/** 401 for what a browser may not ask for. */
export function publishableRefused(): StripeError {
  const message =
    "This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of " +
    "your API keys at https://dashboard.stripe.com/account/apikeys.";
  return new StripeError(401, { code: "secret_key_required", message, type: "invalid_request_error" });
}
