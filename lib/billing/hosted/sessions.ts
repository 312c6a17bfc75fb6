import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror, mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";

/** A customer's pages of Stripe's on which something can still be paid. */
async function openSessions(customer: string): Promise<Stripe.Checkout.Session[]> {
  const { data } = await stripe().checkout.sessions.list({ customer, status: "open", limit: 100 });
  return data.filter(({ mode }) => mode === "subscription");
}

/** Closes every page of Stripe's on which a customer could still begin a subscription, but for one. */
export async function expireSessions(customer: string, but?: string): Promise<void> {
  for (const { id } of await openSessions(customer)) {
    if (id !== but) await expireSession(id);
  }
}

/** Lets nobody pay on a page of Stripe's any more; what was paid there by now stays paid. */
export async function expireSession(id: string): Promise<void> {
  try {
    await mirror(await observe(() => stripe().checkout.sessions.expire(id)));
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    await mirrorFetched("checkout.session", id);
  }
}
