import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { attach } from "./attach";
import { checkedByIssuer } from "./card-payment-method";
import type { Decline } from "./cards/types";
import { abandonChallenges, type Channel, openChallenge } from "./challenge";
import { chargeFailed, chargeSucceeded } from "./charge";
import { openDisputes } from "./dispute";
import { chargeOutcome } from "./expected-outcome";
import { cardBehind, markRefused, markSetUp, markSpent } from "./issuer";
import { declineOf } from "./payment-error";

type PaymentIntent = Held<"payment_intent">;
type PaymentMethod = Held<"payment_method">;

/** What came of trying to pay an intent. */
export type Attempt =
  | { readonly result: "succeeded"; readonly intent: PaymentIntent }
  | { readonly result: "requires_action"; readonly intent: PaymentIntent }
  | {
      readonly result: "declined";
      readonly intent: PaymentIntent;
      readonly decline: Decline;
      readonly charge: Held<"charge">;
      readonly method: PaymentMethod;
    };

/**
 * Tries to pay the intent with the payment method: charges it, asks for a challenge, or records the refusal.
 * Emits the charge's and the intent's events; what follows for an invoice is up to the caller.
 */
export function attemptPayment(
  work: Work,
  intent: PaymentIntent,
  method: PaymentMethod,
  manner: Channel & { readonly offSession: boolean },
): Attempt {
  abandonChallenges(work, intent.id);
  const outcome = chargeOutcome(work, intent, method, manner.offSession);
  if (outcome.result === "declined") return decline(work, intent, method, outcome.decline);
  if (outcome.result === "succeeded") return succeed(work, intent, method, false);
  const waiting = work.store.update("payment_intent", intent.id, {
    last_payment_error: null,
    next_action: openChallenge(work, intent.id, manner),
    payment_method: method.id,
    status: "requires_action",
  });
  work.emit("payment_intent.requires_action", waiting);
  return { result: "requires_action", intent: waiting };
}

/** Goes on with an intent whose customer has passed the challenge: the issuer may decline even then. */
export function attemptAfterChallenge(work: Work, intent: PaymentIntent, method: PaymentMethod): Attempt {
  const { afterChallenge } = cardBehind(work, method).behaviour;
  return afterChallenge.result === "declined"
    ? decline(work, intent, method, afterChallenge.decline)
    : succeed(work, intent, method, true);
}

function succeed(work: Work, intent: PaymentIntent, given: PaymentMethod, challenged: boolean): Attempt {
  const method = work.store.put("payment_method", checkedByIssuer(given, cardBehind(work, given)));
  const keep = intent.setup_future_usage !== null && intent.customer !== null;
  // A subscription's first payment saves the card once it has gone through, any other before.
  const invoiced = work.store.list("invoice_payment", "payment_intent", intent.id).length > 0;
  if (keep && !invoiced) save(work, method, intent.customer);
  const charge = chargeSucceeded(work, intent, method, challenged);
  if (charge.captured) openDisputes(work, charge, cardBehind(work, method));
  if (keep && invoiced) save(work, method, intent.customer);
  if (!keep && method.customer === null) markSpent(work, method);
  return { result: "succeeded", intent: conclude(work, intent, method, charge) };
}

function save(work: Work, method: PaymentMethod, customer: string | null): void {
  if (customer === null) return;
  attach(work, method, customer);
  markSetUp(work, method);
}

function conclude(
  work: Work,
  intent: PaymentIntent,
  method: PaymentMethod,
  charge: Held<"charge">,
): PaymentIntent {
  const common = {
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: method.id,
  };
  if (!charge.captured) {
    const held = work.store.update("payment_intent", intent.id, {
      ...common,
      amount_capturable: charge.amount,
      status: "requires_capture",
    });
    work.emit("payment_intent.amount_capturable_updated", held);
    return held;
  }
  const paid = work.store.update("payment_intent", intent.id, {
    ...common,
    amount_received: charge.amount_captured,
    status: "succeeded",
  });
  work.emit("payment_intent.succeeded", paid);
  return paid;
}

function decline(work: Work, intent: PaymentIntent, method: PaymentMethod, reason: Decline): Attempt {
  markRefused(work, method);
  const charge = chargeFailed(work, intent, method, reason);
  const failed = work.store.update("payment_intent", intent.id, {
    last_payment_error: declineOf(reason, method.id, charge.id),
    latest_charge: charge.id,
    next_action: null,
    payment_method: null,
    status: "requires_payment_method",
  });
  work.emit("payment_intent.payment_failed", failed);
  return { result: "declined", intent: failed, decline: reason, charge, method };
}
