import type { Held } from "../core/kinds";
import type { Job } from "../core/records";
import type { Work } from "../core/work";

type Charge = Held<"charge">;

/** Seconds after which a bank warns of a charge with the test card for it. */
export const WARNED_AFTER = 2;

/** A bank says that a charge may be fraud. Emits `radar.early_fraud_warning.created`. https://docs.stripe.com/disputes/prevention/early-fraud-warnings */
export function warnOfFraud(work: Work, { subject }: Job): void {
  const charge = work.store.get("charge", subject);
  if (!charge) return;
  const warning = work.store.put("radar.early_fraud_warning", {
    id: work.newId("early_fraud_warning"),
    object: "radar.early_fraud_warning",
    actionable: !charge.refunded && !charge.disputed,
    charge: charge.id,
    created: work.now(),
    fraud_type: "misc",
    livemode: false,
    ...(typeof charge.payment_intent === "string" ? { payment_intent: charge.payment_intent } : {}),
  });
  work.emit("radar.early_fraud_warning.created", warning);
}

/** Nothing is left to do about a charge that is disputed or given back. Emits `radar.early_fraud_warning.updated`. */
export function settleWarnings(work: Work, charge: Charge): void {
  for (const warning of work.store.list("radar.early_fraud_warning", "charge", charge.id)) {
    const before = work.snapshot(warning);
    const settled = work.store.update("radar.early_fraud_warning", warning.id, { actionable: false });
    work.emit("radar.early_fraud_warning.updated", settled, before);
  }
}
