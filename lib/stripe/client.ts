import Stripe from "stripe";
import { env } from "@/lib/env";

/**
 * Milliseconds that Stripe may take for an answer. What is asked again has the same idempotency key, so a person hears
 * within a minute that there is none: with the SDK's own 80 seconds it would be after more than five.
 */
const PATIENCE = 10_000;

let made: Stripe | undefined;

/**
 * The Stripe SDK with our key, made once. It speaks to the stand-in where `STRIPE_EMULATOR_URL` is set,
 * and retries locks, 5xx and broken connections by itself, with jitter. Readings of the mirror go through `ask`.
 */
export function stripe(): Stripe {
  made ??= new Stripe(env().STRIPE_SECRET_KEY, {
    maxNetworkRetries: 3,
    timeout: PATIENCE,
    telemetry: false,
    appInfo: { name: "Gatehouse" },
    ...standIn(),
  });
  return made;
}

function standIn(): Pick<Stripe.StripeConfig, "host" | "port" | "protocol"> {
  const address = env().STRIPE_EMULATOR_URL;
  if (!address) return {};
  const { hostname, port, protocol } = new URL(address);
  const secure = protocol === "https:";
  return { host: hostname, port: port || (secure ? "443" : "80"), protocol: secure ? "https" : "http" };
}

/** The API version whose shapes this application reads: the one its SDK sends. */
export const API_VERSION = Stripe.API_VERSION;

/** Whether our key is of live mode, where money is real. https://docs.stripe.com/keys#test-live-modes */
export function isLiveKey(): boolean {
  return env().STRIPE_SECRET_KEY.split("_")[1] === "live";
}
