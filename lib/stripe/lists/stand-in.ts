import Stripe from "stripe";
import { env } from "@/lib/env";

/** Whether the stand-in for Stripe refused because it doesn't have this kind of object: then it holds none. */
export function isUnknownToStandIn(error: unknown): boolean {
  return (
    env().STRIPE_EMULATOR_URL !== undefined &&
    error instanceof Stripe.errors.StripeInvalidRequestError &&
    error.message.startsWith("Not implemented by the emulator")
  );
}
