import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { type Observation, observe } from "@/lib/stripe/mirror/observe";
import { idOf, intentIdOf } from "../ids";
import { unlessMissing } from "../missing";
import { customerOf } from "../queries/customer";

/** The payment that a client secret opens, as Stripe has it at this moment, if it is this user's customer who pays. */
export async function ownIntent(
  userId: string,
  clientSecret: string,
): Promise<Observation<Stripe.PaymentIntent> | null> {
  const id = intentIdOf(clientSecret);
  const customer = await customerOf(userId);
  if (!id || !customer) return null;
  const seen = await unlessMissing(() => observe(() => stripe().paymentIntents.retrieve(id)));
  if (!seen) return null;
  const { client_secret, customer: payer } = seen.object;
  return client_secret === clientSecret && idOf(payer) === customer ? seen : null;
}
