import type Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { mirror, mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { idOf } from "../ids";
import type { Named } from "../status";
import { wish } from "./begin-card";
import { makeCardDefault } from "./make-card-default";
import { ownSetup } from "./own-setup";

export type CardOutcome =
  | { outcome: "card_added" }
  /** The bank hasn't answered yet. */
  | { outcome: "card_on_its_way" }
  | { outcome: "card_refused" }
  /** Nothing of this person's: a link that was changed, shortened or isn't theirs. */
  | { outcome: "card_not_found" };

/**
 * Finds out at Stripe whether the card was saved that the browser comes back from saving, and writes it to the mirror. If it
 * was meant to pay from then on, it does so now, and only once: a reload doesn't overrule a later choice.
 *
 * @param userId from the session
 * @param clientSecret `setup_intent_client_secret` of the return URL
 * @throws Stripe's or the database's error; asking again is safe
 */
export async function settleCard({
  userId,
  clientSecret,
}: {
  userId: string;
  clientSecret: string;
}): Promise<CardOutcome> {
  const seen = await ownSetup(userId, clientSecret);
  if (!seen) return { outcome: "card_not_found" };
  await mirror(seen);
  const { id, status, metadata } = seen.object;
  const card = idOf(seen.object.payment_method);
  if (status !== "succeeded" || !card) return outcomeOf(status);
  await mirrorFetched("payment_method", card);
  if (metadata?.[wish] === "yes") {
    await makeCardDefault({ userId, card });
    await mirror(await observe(() => stripe().setupIntents.update(id, { metadata: { [wish]: "done" } })));
  }
  return { outcome: "card_added" };
}

type SetupStatus = Named<Stripe.SetupIntent.Status>;

const outcomes: Record<SetupStatus, CardOutcome> = {
  succeeded: { outcome: "card_on_its_way" },
  processing: { outcome: "card_on_its_way" },
  requires_action: { outcome: "card_refused" },
  requires_confirmation: { outcome: "card_refused" },
  requires_payment_method: { outcome: "card_refused" },
  canceled: { outcome: "card_refused" },
};

function outcomeOf(status: string): CardOutcome {
  return isNamed(status) ? outcomes[status] : { outcome: "card_on_its_way" };
}

function isNamed(status: string): status is SetupStatus {
  return Object.hasOwn(outcomes, status);
}
