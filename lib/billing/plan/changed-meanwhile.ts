import Stripe from "stripe";
import { stampOfSubscription } from "../subscription/stamp";
import { type Change, changeOf, type Refusal } from "./changeable";

/**
 * The same change as it is to be made now, where Stripe refused it because another request changed the subscription after
 * it was read, so that what was asked for made no sense any more.
 *
 * @param change as it was asked for
 * @throws `error` where it is no refusal of Stripe's, or nothing has changed meanwhile
 */
export async function changedMeanwhile(
  error: unknown,
  change: Change,
  { userId, price, quantity }: { userId: string; price: string; quantity?: number | undefined },
): Promise<Change | Refusal> {
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
  const now = await changeOf(userId, price, quantity);
  if ("outcome" in now) return now;
  if (stampOfSubscription(now.subscription) === stampOfSubscription(change.subscription)) throw error;
  return now;
}
