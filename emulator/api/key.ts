import { StripeError } from "../core/errors";

/** What a request's key says: whose it is, and whether it is one that browsers hold. */
export interface ApiKey {
  readonly account: string;
  readonly publishable: boolean;
}

const NO_KEY =
  "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth " +
  "(e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or " +
  "we can help at https://support.stripe.com/.";

/** Reads `Bearer <key>` or Basic with the key as its user. Throws 401 where there is none, or one of another form. */
export function keyOf(authorization: string | undefined): ApiKey {
  const key = presented(authorization);
  if (key === "") throw unauthorized(NO_KEY);
  const match = /^(sk|pk|rk)_test_([A-Za-z0-9_-]{1,100})$/.exec(key);
  const [, type, account] = match ?? [];
  if (account === undefined) throw unauthorized(`Invalid API Key provided: ${masked(key)}`);
  return { account, publishable: type === "pk" };
}

function presented(authorization = ""): string {
  const [scheme = "", value = ""] = authorization.trim().split(/\s+/);
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() !== "basic") return "";
  const [user = ""] = Buffer.from(value, "base64").toString("utf8").split(":");
  return user;
}

function masked(key: string): string {
  const shown = key.slice(0, 100);
  if (shown.length <= 12) return "*".repeat(shown.length);
  return `${shown.slice(0, 8)}${"*".repeat(shown.length - 12)}${shown.slice(-4)}`;
}

function unauthorized(message: string): StripeError {
  return new StripeError(401, { message, type: "invalid_request_error" });
}
