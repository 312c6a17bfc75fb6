import type { Handler } from "@/lib/stripe/webhooks/on";
import customerSubscription from "./customer.subscription";

/** Every reaction to an event of Stripe's. A new one is a file beside this and a line here. */
export const handlers: readonly Handler[] = [customerSubscription];
