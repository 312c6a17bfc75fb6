import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import type { Order } from "../order/order";

/**
 * Begins to save the card that a trial asks for. The order goes along, for whoever comes back from the bank; the trial itself
 * begins with the card and not before, so that nothing is open without one.
 *
 * @returns the SetupIntent's client secret
 * @throws Stripe's or the database's error
 */
export async function beginTrialCard(customer: string, order: Order): Promise<string> {
  const seen = await observe(() =>
    stripe().setupIntents.create({
      customer,
      usage: "off_session",
      metadata: { [orderOfTrial]: JSON.stringify(order) },
    }),
  );
  await mirror(seen);
  if (!seen.object.client_secret) throw new Error(`${seen.object.id} has no client secret.`);
  return seen.object.client_secret;
}

/** Where a SetupIntent keeps what its card is for. */
export const orderOfTrial = "trial_of";
