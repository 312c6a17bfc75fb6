import { clockOfRequest } from "../core/clock-of";
import { StripeError } from "../core/errors";
import type { Store } from "../core/store";
import type { Route } from "./router";

/**
 * The test clock a request is about, or null. While a clock is being advanced nothing on it may be changed:
 * 429, unless the account is lenient about it. https://docs.stripe.com/billing/testing/test-clocks
 */
export function clockFor(store: Store, { entry, path }: Route, params: unknown): string | null {
  const clock = clockOfRequest(store, path, params);
  if (clock === null || entry[0] === "GET") return clock;
  const advancing = store.get("test_helpers.test_clock", clock)?.status === "advancing";
  if (!advancing || store.get("_state", "state")?.lenientClocks === true) return clock;
  throw new StripeError(429, {
    message: `Test clock advancement underway - cannot perform modifications: ${clock}`,
    type: "invalid_request_error",
  });
}
