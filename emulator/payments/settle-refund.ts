import type { Job } from "../core/records";
import type { Work } from "../core/work";

/** Ends a refund that takes a while: it succeeds, or fails and gives the charge back what it took. */
export function settleRefund(work: Work, { subject }: Job): void {
  const refund = work.store.get("refund", subject);
  if (!refund) return;
  const before = work.snapshot(refund);
  if (refund.status === "pending") {
    const done = work.store.update("refund", refund.id, { status: "succeeded" });
    work.emit("refund.updated", done, before);
    work.emit("charge.refund.updated", done, before);
    return;
  }
  const failed = work.store.update("refund", refund.id, {
    failure_reason: "expired_or_canceled_card",
    status: "failed",
  });
  const charge = refund.charge && work.store.must("charge", refund.charge);
  if (charge) {
    work.store.update("charge", charge.id, {
      amount_refunded: charge.amount_refunded - refund.amount,
      refunded: false,
    });
  }
  work.emit("refund.updated", failed, before);
  work.emit("refund.failed", failed);
  work.emit("charge.refund.updated", failed, before);
}
