import { subscriptionSetUp } from "../billing/subscriptions/set-up";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { attach } from "./attach";
import { checkedByIssuer } from "./card-payment-method";
import type { Decline } from "./cards/types";
import { abandonChallenges, type Channel, openChallenge } from "./challenge";
import { setupOutcome } from "./expected-outcome";
import { cardBehind, markSetUp } from "./issuer";
import { declineOf, failedChallenge } from "./payment-error";
import { recordSetupAttempt } from "./setup-record";

type SetupIntent = Held<"setup_intent">;
type PaymentMethod = Held<"payment_method">;

/** What came of trying to set a payment method up. */
export type SetupTry =
  | { readonly result: "succeeded" | "requires_action"; readonly intent: SetupIntent }
  | {
      readonly result: "declined";
      readonly intent: SetupIntent;
      readonly decline: Decline;
      readonly method: PaymentMethod;
    };

/** Tries to set the payment method up for later use. Emits the intent's events. */
export function attemptSetup(
  work: Work,
  intent: SetupIntent,
  method: PaymentMethod,
  channel: Channel,
): SetupTry {
  abandonChallenges(work, intent.id);
  const outcome = setupOutcome(work, intent, method);
  if (outcome.result === "declined") return decline(work, intent, method, outcome.decline);
  if (outcome.result === "succeeded") return succeed(work, intent, method);
  const waiting = work.store.update("setup_intent", intent.id, {
    last_setup_error: null,
    latest_attempt: recordSetupAttempt(work, intent, method, "requires_action", null),
    next_action: openChallenge(work, intent.id, channel),
    payment_method: method.id,
    status: "requires_action",
  });
  work.emit("setup_intent.requires_action", waiting);
  return { result: "requires_action", intent: waiting };
}

/** Goes on with an intent whose customer has passed the challenge. */
export function setupAfterChallenge(work: Work, intent: SetupIntent): SetupTry {
  return succeed(work, intent, work.store.must("payment_method", intent.payment_method ?? ""));
}

/** Ends an attempt whose customer failed the challenge. Emits `setup_intent.setup_failed`. */
export function failSetupChallenge(work: Work, intent: SetupIntent): void {
  const method = work.store.must("payment_method", intent.payment_method ?? "");
  fail(work, intent, method, failedChallenge("setup_intent", method.id));
}

function succeed(work: Work, intent: SetupIntent, given: PaymentMethod): SetupTry {
  const method = work.store.put("payment_method", checkedByIssuer(given, cardBehind(work, given)));
  markSetUp(work, method);
  if (intent.customer !== null) attach(work, method, intent.customer);
  const done = work.store.update("setup_intent", intent.id, {
    last_setup_error: null,
    latest_attempt: recordSetupAttempt(work, intent, method, "succeeded", null),
    next_action: null,
    payment_method: method.id,
    status: "succeeded",
  });
  work.emit("setup_intent.succeeded", done);
  subscriptionSetUp(work, done);
  return { result: "succeeded", intent: done };
}

function decline(work: Work, intent: SetupIntent, method: PaymentMethod, reason: Decline): SetupTry {
  const failed = fail(work, intent, method, declineOf(reason, method.id, null));
  return { result: "declined", intent: failed, decline: reason, method };
}

function fail(
  work: Work,
  intent: SetupIntent,
  method: PaymentMethod,
  error: NonNullable<SetupIntent["last_setup_error"]>,
): SetupIntent {
  const failed = work.store.update("setup_intent", intent.id, {
    last_setup_error: error,
    latest_attempt: recordSetupAttempt(work, intent, method, "failed", error),
    next_action: null,
    payment_method: null,
    status: "requires_payment_method",
  });
  work.emit("setup_intent.setup_failed", failed);
  return failed;
}
