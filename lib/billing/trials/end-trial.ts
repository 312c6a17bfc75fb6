import { stripe } from "@/lib/stripe/client";
import { mirror } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { type Repeated, repeatedBy } from "./repeated";

/**
 * Ends a trial whose owner has had one before. It is canceled and not billed: nobody pays for what they took to be free. One
 * that is over by now is left as it is.
 *
 * @throws Stripe's error
 */
export async function endTrial(subscription: string, by: Repeated): Promise<void> {
  const { status } = await stripe().subscriptions.retrieve(subscription);
  if (status !== "trialing") return;
  const cancellation_details = { comment: repeatedBy[by] };
  await mirror(await observe(() => stripe().subscriptions.cancel(subscription, { cancellation_details })));
}
