import type { Work } from "../core/work";
import { completeChallenge } from "./complete-challenge";

/** What a challenge's page asks about. */
export type ChallengeQuestion = {
  readonly id: string;
  readonly pending: boolean;
  /** What is to be paid, in minor units; null where a card is only being saved. */
  readonly payment: { readonly amount: number; readonly currency: string } | null;
};

/** The question behind a challenge's id, which must be one. */
export function challengeView(work: Work, id: string): ChallengeQuestion {
  const challenge = work.store.must("_challenge", id);
  return { id, pending: challenge.status === "pending", payment: paymentOf(work, challenge.intent) };
}

function paymentOf(work: Work, id: string): ChallengeQuestion["payment"] {
  const intent = work.store.get("payment_intent", id);
  if (intent) return { amount: intent.amount, currency: intent.currency };
  const { amount_total: amount, currency } = work.store.get("checkout.session", id) ?? {};
  return amount && currency ? { amount, currency } : null;
}

/**
 * Ends a pending challenge as the customer answered it. Gives the address to go on to, or null where
 * Stripe.js watches over the page. https://docs.stripe.com/payments/3d-secure/authentication-flow
 */
export function answerChallenge(work: Work, id: string, outcome: "authorize" | "fail"): string | null {
  const { returnUrl, intent } = work.store.must("_challenge", id);
  completeChallenge(work, id, outcome);
  if (returnUrl === null) return null;
  if (work.store.get("checkout.session", intent)) return returnUrl;
  const setup = work.store.get("setup_intent", intent);
  const ended = setup ?? work.store.must("payment_intent", intent);
  const noun = setup ? "setup_intent" : "payment_intent";
  const back = new URL(returnUrl);
  back.searchParams.set(noun, ended.id);
  back.searchParams.set(`${noun}_client_secret`, ended.client_secret ?? "");
  back.searchParams.set("redirect_status", outcome === "authorize" ? "succeeded" : "failed");
  return back.href;
}
