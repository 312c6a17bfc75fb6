import { invalidRequest, StripeError } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { abandonChallenges, challengeIn, openChallenge } from "../../payments/challenge";
import { cardBehind } from "../../payments/issuer";
import { type BuyerGiven, readBuyer } from "./buyer";
import { completeCheckout } from "./complete";
import { dueOf, expectedAnswer, methodFor, needsMethod } from "./payment";
import { refuseCard } from "./refuse-card";

type Session = Held<"checkout.session">;

export interface ConfirmGiven extends BuyerGiven {
  /** What the page says is due: another amount is refused, so that nobody pays what they didn't see. */
  readonly expected_amount?: number;
  readonly payment_method?: string;
  /** Where a 3-D Secure challenge leads back to; without it, a script is there to show it in a frame. */
  readonly return_url?: string;
}

const AUTHENTICATION_FAILED =
  "We are unable to authenticate your payment method. Please choose a different payment method and try again.";

/**
 * Completes a session with what its customer brings, or asks for a challenge first. A session that is complete
 * is given as it is: whoever presses twice pays once. Throws 402 for a card that is refused, of which the failed
 * charge and its events stay.
 */
export function confirmCheckout(work: Work, session: Session, given: ConfirmGiven): Session {
  if (session.status === "complete") return session;
  refuseClosed(work, session);
  refuseOrphan(work, session);
  if (given.expected_amount !== undefined && given.expected_amount !== dueOf(session)) {
    throw invalidRequest("The amount has changed. Look at it again before you pay.", {
      code: "checkout_amount_mismatch",
      param: "expected_amount",
    });
  }
  const buyer = readBuyer(work, session, given);
  abandonChallenges(work, session.id);
  if (!needsMethod(session)) return completeCheckout(work, session, buyer, null);
  const method = methodFor(work, session, given.payment_method);
  const answer = expectedAnswer(work, session, method);
  const brought = { challenged: false, method: method.id };
  if (answer.result === "declined") throw refuseCard(work, session, brought, answer.decline);
  if (answer.result === "succeeded") return completeCheckout(work, session, buyer, brought);
  const action = openChallenge(work, session.id, { returnUrl: given.return_url ?? null });
  const pending = { buyer, challenge: challengeIn(action), method: method.id };
  return work.store.update("checkout.session", session.id, {
    attempt: { ...session.attempt, error: null, pending },
  });
}

/** Refuses anything more of a session that is over; the job that ends it may be a second late. */
export function refuseClosed(work: Work, { status, expires_at }: Session): void {
  if (status === "open" && work.now() < expires_at) return;
  const over = status === "complete" ? "is complete" : "has expired";
  throw invalidRequest(`This Checkout Session ${over}.`, { code: "checkout_session_closed" });
}

/** Refuses a session whose customer was deleted since: who comes back to its page would pay for nobody. */
function refuseOrphan({ store }: Work, { customer }: Session): void {
  if (customer === null || store.get("customer", customer)) return;
  throw invalidRequest("The customer this page was made for was deleted. Nothing was paid.", {
    code: "resource_missing",
    param: "customer",
  });
}

/** Goes on with a session whose customer has answered the challenge, if it still waits for that. */
export function endCheckoutChallenge(work: Work, session: Session, outcome: "authorize" | "fail"): void {
  const { pending } = session.attempt;
  if (session.status !== "open" || !pending) return;
  const fail = (error: string) =>
    work.store.update("checkout.session", session.id, {
      attempt: { ...session.attempt, error, pending: null },
    });
  if (outcome === "fail") {
    fail(AUTHENTICATION_FAILED);
    return;
  }
  const method = work.store.must("payment_method", pending.method);
  const brought = { challenged: true, method: method.id };
  const answer = cardBehind(work, method).behaviour.afterChallenge;
  try {
    refuseOrphan(work, session);
    if (answer.result === "declined") refuseCard(work, session, brought, answer.decline);
    else completeCheckout(work, session, pending.buyer, brought);
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    work.store.undo();
    work.store.update("_challenge", pending.challenge, { status: "passed" });
    fail(error.message);
  }
}
