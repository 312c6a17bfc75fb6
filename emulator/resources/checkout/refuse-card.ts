import { cardError, type StripeError } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import type { Decline } from "../../payments/cards/types";
import { declineBody } from "../../payments/decline-body";
import { createIntent } from "../../payments/intent";
import { createSetupIntent } from "../../payments/setup-intent";
import { type Brought, charge, setUp } from "./collect";
import { dueOf, paymentFields } from "./payment";

type Session = Held<"checkout.session">;

/**
 * Records that a card was refused: its session stays open for another one. Gives the 402 that says so. The intent of
 * the failed payment serves the next one; that of a subscription to be is given up when the subscription comes.
 */
export function refuseCard(work: Work, session: Session, brought: Brought, decline: Decline): StripeError {
  const tried = dueOf(session) > 0 ? tryCharge(work, session, brought) : trySetup(work, session, brought);
  work.store.update("checkout.session", session.id, {
    attempt: { error: decline.message, intent: tried, pending: null },
  });
  return cardError({ ...declineBody(decline) }, true);
}

function tryCharge(work: Work, session: Session, brought: Brought): string {
  const fields = { ...paymentFields(session), amount: dueOf(session), customer: session.customer };
  const left = work.store.get("payment_intent", session.attempt.intent ?? "");
  const intent = left ? work.store.update("payment_intent", left.id, fields) : createIntent(work, fields);
  charge(work, intent, brought);
  return intent.id;
}

function trySetup(work: Work, session: Session, brought: Brought): string {
  const known = session.setup_intent ?? session.attempt.intent ?? "";
  const intent =
    work.store.get("setup_intent", known) ?? createSetupIntent(work, { customer: session.customer });
  setUp(work, intent, session.customer, brought);
  return intent.id;
}
