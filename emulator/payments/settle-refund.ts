import type { Held } from "../core/kinds";
import type { Job } from "../core/records";
import type { Work } from "../core/work";
import { bookRefundFailure } from "./balance";
import { fateOf } from "./refund";

type Refund = Held<"refund">;

const REFERENCE_LENGTH = 23;

/**
 * Ends what a refund takes a while for: the bank's number for it is there, or it succeeds only now, or it fails
 * and gives the charge back what it took. Emits `refund.updated` and `charge.refund.updated`, a failure
 * `refund.failed` between them. https://docs.stripe.com/refunds#tracing-refunds
 */
export function settleRefund(work: Work, { subject }: Job): void {
  const refund = work.store.get("refund", subject);
  if (!refund) return;
  const before = work.snapshot(refund);
  const charge = work.store.must("charge", refund.charge ?? "");
  if (fateOf(work, charge) === "succeeded_then_failed") {
    const failed = fail(work, refund, charge);
    work.emit("refund.updated", failed, before);
    work.emit("refund.failed", failed);
    work.emit("charge.refund.updated", failed, before);
    return;
  }
  const done = work.store.update("refund", refund.id, {
    ...(refund.destination_details
      ? { destination_details: traceable(work, refund.destination_details) }
      : {}),
    status: "succeeded",
  });
  work.emit("refund.updated", done, before);
  work.emit("charge.refund.updated", done, before);
}

function fail(work: Work, refund: Refund, charge: Held<"charge">): Refund {
  work.store.update("charge", charge.id, {
    amount_refunded: charge.amount_refunded - refund.amount,
    refunded: false,
  });
  return work.store.update("refund", refund.id, {
    failure_balance_transaction: bookRefundFailure(work, refund).id,
    failure_reason: "expired_or_canceled_card",
    status: "failed",
  });
}

/** The number by which a bank finds a refund. */
function traceable(
  work: Work,
  details: NonNullable<Refund["destination_details"]>,
): NonNullable<Refund["destination_details"]> {
  const { card } = details;
  if (card === undefined) return details;
  const digits = [...work.random(REFERENCE_LENGTH)].map((character) => character.charCodeAt(0) % 10);
  return { ...details, card: { ...card, reference: digits.join(""), reference_status: "available" } };
}
