import { followInvoice } from "../billing/invoices/after-attempt";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { endCheckoutChallenge } from "../resources/checkout/confirm";
import { attemptAfterChallenge } from "./attempt";
import { failedChallenge } from "./payment-error";
import { failSetupChallenge, setupAfterChallenge } from "./setup-attempt";

/**
 * Ends a pending challenge: passed, its intent goes on as if the card had not asked; failed, it needs another
 * payment method. Does nothing to a challenge that has ended before.
 */
export function completeChallenge(work: Work, id: string, outcome: "authorize" | "fail"): void {
  const challenge = work.store.must("_challenge", id);
  if (challenge.status !== "pending") return;
  work.store.update("_challenge", id, { status: outcome === "authorize" ? "passed" : "failed" });
  const checkout = work.store.get("checkout.session", challenge.intent);
  const payment = work.store.get("payment_intent", challenge.intent);
  if (checkout) endCheckoutChallenge(work, checkout, outcome);
  else if (payment) endPayment(work, payment, outcome);
  else endSetup(work, work.store.must("setup_intent", challenge.intent), outcome);
}

function endSetup(work: Work, intent: Held<"setup_intent">, outcome: "authorize" | "fail"): void {
  if (outcome === "authorize") setupAfterChallenge(work, intent);
  else failSetupChallenge(work, intent);
}

function endPayment(work: Work, intent: Held<"payment_intent">, outcome: "authorize" | "fail"): void {
  const method = work.store.must("payment_method", intent.payment_method ?? "");
  if (outcome === "authorize") {
    followInvoice(work, attemptAfterChallenge(work, intent, method));
    return;
  }
  const failed = work.store.update("payment_intent", intent.id, {
    last_payment_error: failedChallenge("payment_intent", method.id),
    next_action: null,
    payment_method: null,
    status: "requires_payment_method",
  });
  work.emit("payment_intent.payment_failed", failed);
}
