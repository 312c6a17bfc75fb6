import { followInvoice } from "../../billing/invoices/after-attempt";
import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { type Attempt, attemptAfterChallenge, attemptPayment } from "../../payments/attempt";
import { attemptSetup, type SetupTry, setupAfterChallenge } from "../../payments/setup-attempt";
import { createSetupIntent } from "../../payments/setup-intent";

/** A card that its session's customer brought. */
export interface Brought {
  readonly method: string;
  /** Its holder has just passed the 3-D Secure challenge. */
  readonly challenged: boolean;
}

/** Charges the card for an intent, and lets the invoice behind that, if there is one, follow. */
export function charge(
  work: Work,
  intent: Held<"payment_intent">,
  { method: id, challenged }: Brought,
): Attempt {
  const method = work.store.must("payment_method", id);
  const attempt = challenged
    ? attemptAfterChallenge(work, intent, method)
    : attemptPayment(work, intent, method, { offSession: false, returnUrl: null });
  followInvoice(work, attempt);
  return attempt;
}

/** Saves the card by an intent, a new one where there is none. */
export function setUp(
  work: Work,
  present: Held<"setup_intent"> | undefined,
  customer: string | null,
  { method: id, challenged }: Brought,
): SetupTry {
  const intent = present ?? createSetupIntent(work, { customer });
  const method = work.store.must("payment_method", id);
  const owned = work.store.update("setup_intent", intent.id, { customer });
  return challenged
    ? setupAfterChallenge(work, { ...owned, payment_method: method.id })
    : attemptSetup(work, owned, method, { returnUrl: null });
}

/** The answer was known before; another one would leave the session half done. */
export function refuseSurprise({ result }: Attempt | SetupTry): void {
  if (result !== "succeeded") throw invalidRequest("The card gave another answer than it was asked for.");
}
