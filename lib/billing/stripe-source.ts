import { env } from "@/lib/env";

/** What a browser needs to reach Stripe with our account; nothing in it is secret. */
export function stripeSource(): { publishableKey: string; emulatorUrl: string | null } {
  const { STRIPE_PUBLISHABLE_KEY, STRIPE_EMULATOR_URL } = env();
  return { publishableKey: STRIPE_PUBLISHABLE_KEY, emulatorUrl: STRIPE_EMULATOR_URL ?? null };
}
