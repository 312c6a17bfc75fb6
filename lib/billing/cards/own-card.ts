import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { type Observation, observe } from "@/lib/stripe/mirror/observe";
import { idOf } from "../ids";
import { unlessMissing } from "../missing";
import { customerOf } from "../queries/customer";

/**
 * A card as Stripe has it at this moment, if it is saved to this user's customer; null for anybody else's, for one that was
 * removed, and for what is no card's id.
 *
 * @param userId from the session
 */
export async function ownCard(userId: string, id: string): Promise<Observation<Stripe.PaymentMethod> | null> {
  const customer = await customerOf(userId);
  if (customer === null || !/^pm_\w{1,200}$/.test(id)) return null;
  const seen = await unlessMissing(() => observe(() => stripe().paymentMethods.retrieve(id)));
  return seen && idOf(seen.object.customer) === customer ? seen : null;
}
