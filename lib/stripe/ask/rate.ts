import { env } from "@/lib/env";
import { isLiveKey } from "../client";

/**
 * Requests a second for long readings, unless told otherwise: about half of what Stripe grants an account for
 * everything (https://docs.stripe.com/rate-limits), since people are buying meanwhile. The stand-in has no limit.
 */
export function usualRate(): number {
  if (env().STRIPE_EMULATOR_URL) return Number.POSITIVE_INFINITY;
  return isLiveKey() ? 50 : 12;
}
