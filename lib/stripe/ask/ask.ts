import Stripe from "stripe";
import { stripe } from "../client";
import type { Interval } from "../mirror/interval";
import { timed } from "../mirror/timed";
import { pace } from "./pace";
import { pause } from "./pause";

/** Milliseconds that an answer may take. */
const TIMEOUT = 30_000;

/** Milliseconds between the first two attempts at the most; doubled for each that follows. */
const FIRST_WAIT = 500;

/**
 * Reads from Stripe, at the pace of the work under way. What passes by itself is tried again after a random wait
 * up to a growing limit, so that those refused together don't come back together: too many requests, an object
 * locked by another request, Stripe's own failures, broken connections. Reading is always safe to repeat.
 * https://docs.stripe.com/rate-limits
 *
 * @param address path and query
 * @returns the answer, and when it was true: the attempts before it don't count
 * @throws Stripe's error, once it won't pass or enough attempts have been made; the reason for which the work was called off
 */
export async function ask(address: string): Promise<{ answer: unknown; interval: Interval }> {
  const { turn, hold, attempts, longestWait, signal } = pace();
  for (let attempt = 1; ; attempt++) {
    await turn();
    try {
      // The SDK's own attempts would multiply with ours, and it gives up on 429.
      return await timed(() =>
        stripe().rawRequest("GET", address, undefined, { maxNetworkRetries: 0, timeout: TIMEOUT }),
      );
    } catch (error) {
      if (attempt >= attempts || !passes(error)) throw error;
      const wait = Math.random() * Math.min(longestWait, FIRST_WAIT * 2 ** (attempt - 1));
      if (statusOf(error) === 429) hold(wait);
      await pause(wait, signal);
    }
  }
}

/** Whether the same request may be answered otherwise a little later. */
function passes(error: unknown): boolean {
  if (!(error instanceof Stripe.errors.StripeError)) return false;
  const status = statusOf(error);
  // Without a status the connection broke, or the answer did.
  return status === undefined || status === 409 || status === 429 || status >= 500;
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Stripe.errors.StripeError ? error.statusCode : undefined;
}
