import type Stripe from "stripe";
import { db } from "@/db/client";
import { stripe } from "@/lib/stripe/client";
import { mirror, mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { followSubscription } from "../follow-subscription";
import { idOf } from "../ids";
import { unlessMissing } from "../missing";
import { customerOf } from "../queries/customer";
import { isLive, isRunning } from "../status";
import { keepTrial } from "../trials/keep-trial";
import { settleSubscription } from "./settle-payment";

export type SessionOutcome =
  /** Nothing of this person's: a link that was changed, shortened or isn't theirs. */
  | { outcome: "not_found" }
  /** What it sold is open. */
  | { outcome: "begun" }
  | { outcome: "processing" }
  /** What it sold has ended since. */
  | { outcome: "ended" }
  /** Another account of the same address has had the trial, so this one has ended again. */
  | { outcome: "trial_taken" }
  /** Nobody has paid on it, and nobody can any more. */
  | { outcome: "expired" }
  /** Nobody has paid on it yet. */
  | { outcome: "open" };

/**
 * Finds out at Stripe what became of a page of Stripe's that the browser comes back from, and writes it to the mirror with
 * all that access is decided on; no webhook need have arrived.
 *
 * @param userId from the session
 * @param session the id in the return URL
 * @throws Stripe's or the database's error; asking again is safe
 */
export async function settleSession({
  userId,
  session: id,
}: {
  userId: string;
  session: string;
}): Promise<SessionOutcome> {
  const customer = await customerOf(userId);
  if (customer === null || !/^cs_\w{1,200}$/.test(id)) return { outcome: "not_found" };
  const seen = await unlessMissing(() => observe(() => stripe().checkout.sessions.retrieve(id)));
  if (!seen || idOf(seen.object.customer) !== customer) return { outcome: "not_found" };
  await mirror(seen);
  const { status } = seen.object;
  if (status === "open") return { outcome: "open" };
  if (status === "expired") return { outcome: "expired" };
  const subscription = await settled(seen.object);
  const isTrial = subscription?.status === "trialing";
  if (isTrial && !(await keepTrial(userId, subscription.id))) return { outcome: "trial_taken" };
  if (subscription && !isLive(subscription.status)) return { outcome: "ended" };
  return { outcome: subscription && isRunning(subscription.status) ? "begun" : "processing" };
}

async function settled(session: Stripe.Checkout.Session): Promise<Stripe.Subscription | null> {
  const invoice = idOf(session.invoice);
  if (invoice) await mirrorFetched("invoice", invoice);
  const subscription = await settleSubscription(idOf(session.subscription));
  if (!subscription) return null;
  const card = idOf(subscription.default_payment_method);
  if (card) await mirrorFetched("payment_method", card);
  await db.transaction((tx) => followSubscription(tx, subscription.id));
  return subscription;
}
