import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { type Observation, observe } from "@/lib/stripe/mirror/observe";
import { idOf, setupIdOf } from "../ids";
import { unlessMissing } from "../missing";
import { customerOf } from "../queries/customer";

/** The saving of a card that a client secret opens, as Stripe has it at this moment, if the card is this user's customer's. */
export async function ownSetup(
  userId: string,
  clientSecret: string,
): Promise<Observation<Stripe.SetupIntent> | null> {
  const id = setupIdOf(clientSecret);
  const customer = await customerOf(userId);
  if (!id || !customer) return null;
  const seen = await unlessMissing(() => observe(() => stripe().setupIntents.retrieve(id)));
  if (!seen) return null;
  return seen.object.client_secret === clientSecret && idOf(seen.object.customer) === customer ? seen : null;
}
