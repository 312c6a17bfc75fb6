import { env } from "@/lib/env";

/**
 * Requests a second for long readings, unless told otherwise: about half of what Stripe grants an account for
 * everything (https://docs.stripe.com/rate-limits), since people are buying meanwhile. The stand-in has no limit.
 */
export function usualRate(): number {
  const { STRIPE_EMULATOR_URL, STRIPE_SECRET_KEY } = env();
  if (STRIPE_EMULATOR_URL) return Number.POSITIVE_INFINITY;
  return STRIPE_SECRET_KEY.split("_")[1] === "live" ? 50 : 12;
}
