import type { RetryPolicy } from "../../core/records";
import type { Store } from "../../core/store";

const DAY = 86_400;

/**
 * How often a failed payment is tried again, and over what time. Stripe's own schedule isn't public: this one
 * spreads its attempts evenly. https://docs.stripe.com/billing/revenue-recovery/smart-retries
 */
const USUAL_RETRIES: RetryPolicy = { attempts: 8, days: 14, end: "cancel" };

/** What the account has set, or what is usual. */
export function retriesOf(store: Store): RetryPolicy {
  return store.get("_state", "state")?.retries ?? USUAL_RETRIES;
}

/** Seconds between two attempts. */
export function intervalOf({ attempts, days }: RetryPolicy): number {
  return Math.floor((days * DAY) / attempts);
}
