import { db } from "@/db/client";
import { runPrepared } from "@/db/prepared";
import { stripe } from "@/lib/stripe/client";
import { mirror, mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { observe } from "@/lib/stripe/mirror/observe";
import { ownSetup } from "../cards/own-setup";
import { idOf } from "../ids";
import { type Order, readOrder } from "../order/order";
import { hasTried } from "../trials/has-tried";
import { orderOfTrial } from "./begin-trial-card";
import { type CheckoutOutcome, startCheckout } from "./start-checkout";

export type TrialCardOutcome =
  /** Nothing of this person's, or no card for a trial. */
  | { outcome: "not_found" }
  | { outcome: "card_refused"; order: Order }
  | { outcome: "card_on_its_way" }
  /** Somebody has had a trial with this card: there is none, and nothing was charged. */
  | { outcome: "card_tried"; order: Order }
  | CheckoutOutcome;

/**
 * Begins the trial for which the browser comes back from saving a card. A card that has had its trial gets no other, and its
 * owner's account counts as having had one from then on: what the plan costs is said before they pay. It begins one trial, or
 * finds a plan there: the page opened again when that is over begins nothing.
 *
 * @param userId from the session
 * @param clientSecret `setup_intent_client_secret` of the return URL
 * @throws Stripe's or the database's error; asking again is safe
 */
export async function settleTrialCard({
  userId,
  clientSecret,
}: {
  userId: string;
  clientSecret: string;
}): Promise<TrialCardOutcome> {
  const seen = await ownSetup(userId, clientSecret);
  const order = readOrder(parsed(seen?.object.metadata?.[orderOfTrial]));
  if (!seen || !order) return { outcome: "not_found" };
  await mirror(seen);
  const { id, status, metadata } = seen.object;
  if (metadata?.[done] === "yes") return { outcome: "already_subscribed" };
  const card = idOf(seen.object.payment_method);
  if (status === "processing") return { outcome: "card_on_its_way" };
  if (status !== "succeeded" || !card) return { outcome: "card_refused", order };
  await mirrorFetched("payment_method", card);
  const { card: details } = await stripe().paymentMethods.retrieve(card);
  const fingerprint = details?.fingerprint ?? null;
  if (!(await hasTried(userId)) && (await hasTried(userId, fingerprint))) {
    await countAsTried(userId, fingerprint);
    return { outcome: "card_tried", order };
  }
  const begun = await startCheckout({ userId, order, card });
  if (ends.has(begun.outcome))
    await mirror(await observe(() => stripe().setupIntents.update(id, { metadata: { [done]: "yes" } })));
  return begun;
}

/** What its card was saved for is over and done with, be it that another plan was there by then. */
const ends: ReadonlySet<TrialCardOutcome["outcome"]> = new Set([
  "started",
  "trial_taken",
  "already_subscribed",
]);

/** Where a SetupIntent keeps that it has nothing left to begin. */
const done = "trial_begun";

async function countAsTried(userId: string, fingerprint: string | null): Promise<void> {
  const statement = `insert into used_trials (kind, value, subscription)
    select 'account', $1::text, subscription from used_trials where kind = 'card' and value = $2::text
    on conflict do nothing`;
  await runPrepared(db, statement, [userId, fingerprint]);
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
