import type { Held } from "../core/kinds";
import type { Job } from "../core/records";
import type { Work } from "../core/work";
import { bookDisputeWon } from "./balance";
import { withdrawFunds } from "./dispute";

type Dispute = Held<"dispute">;
type Status = Dispute["status"];

/** What evidence of these words brings about in test mode. https://docs.stripe.com/testing#evidence */
const VERDICTS = ["winning_evidence", "losing_evidence", "escalate_inquiry_evidence"] as const;

/** The statuses in which an answer is still waited for, and whether the dispute is only an inquiry. */
const WAITING: Readonly<Partial<Record<Status, { readonly inquiry: boolean }>>> = {
  needs_response: { inquiry: false },
  warning_needs_response: { inquiry: true },
};

const UNDER_REVIEW: readonly Status[] = ["under_review", "warning_under_review"];

/** Whether a dispute has come to an end. */
export function isClosed({ status }: Dispute): boolean {
  return WAITING[status] === undefined && !UNDER_REVIEW.includes(status);
}

/** Whether a dispute has taken no money, and may never. */
export function isInquiry({ status }: Dispute): boolean {
  return status.startsWith("warning_");
}

/** The bank has looked at the evidence, and decides by the words that test mode knows. */
export function resolveDispute(work: Work, { subject }: Job): void {
  const dispute = work.store.get("dispute", subject);
  const verdict = VERDICTS.find((words) => dispute?.evidence.uncategorized_text?.includes(words));
  if (!dispute || !verdict || !UNDER_REVIEW.includes(dispute.status)) return;
  if (verdict === "losing_evidence") closeDispute(work, dispute);
  else if (verdict === "winning_evidence") winDispute(work, dispute);
  else if (isInquiry(dispute)) escalate(work, dispute);
}

/** Nobody answered in time. */
export function missDispute(work: Work, { subject }: Job): void {
  const dispute = work.store.get("dispute", subject);
  if (!dispute || WAITING[dispute.status] === undefined) return;
  const evidence_details = { ...dispute.evidence_details, past_due: true };
  closeDispute(work, work.store.update("dispute", dispute.id, { evidence_details }));
}

/** Ends a dispute in the cardholder's favour, or an inquiry that came to nothing. Emits `charge.dispute.closed`. */
export function closeDispute(work: Work, dispute: Dispute): Dispute {
  const before = work.snapshot(dispute);
  const status = isInquiry(dispute) ? "warning_closed" : "lost";
  const closed = work.store.update("dispute", dispute.id, { status });
  work.emit("charge.dispute.closed", closed, before);
  return closed;
}

function winDispute(work: Work, dispute: Dispute): void {
  if (isInquiry(dispute)) {
    closeDispute(work, dispute);
    return;
  }
  const before = work.snapshot(dispute);
  const won = work.store.update("dispute", dispute.id, {
    balance_transactions: [...dispute.balance_transactions, bookDisputeWon(work, dispute).id],
    is_charge_refundable: true,
    status: "won",
  });
  work.emit("charge.dispute.funds_reinstated", won, before);
  work.emit("charge.dispute.closed", won, before);
}

/** The cardholder isn't content with the answer to an inquiry: now it is a dispute. */
function escalate(work: Work, dispute: Dispute): void {
  const before = work.snapshot(dispute);
  const escalated = work.store.update("dispute", dispute.id, { status: "needs_response" });
  work.emit("charge.dispute.updated", escalated, before);
  withdrawFunds(work, escalated);
}
