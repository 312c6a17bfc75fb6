import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { isRunning } from "../status";

/** A customer's subscriptions that have begun and haven't ended, as Stripe has them at this moment. */
export async function runningAtStripe(customer: string): Promise<Stripe.Subscription[]> {
  const { data } = await stripe().subscriptions.list({ customer, limit: 100 });
  return data.filter(({ status }) => isRunning(status));
}
