import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import type { Call } from "../../core/work";
import { closeDispute, isClosed, isInquiry } from "../../payments/settle-dispute";

const REVIEW_SECONDS = 5;

export const retrieveDispute = operation("disputes.retrieve", (call) =>
  addressed(call, "dispute", "dispute"),
);

/** https://docs.stripe.com/api/disputes/list */
export const listDisputes = operation("disputes.list", (call) => {
  const { charge, created, payment_intent: intent } = call.params;
  return page(call, {
    kind: "dispute",
    url: "/v1/disputes",
    by:
      charge !== undefined
        ? ["charge", charge]
        : intent !== undefined
          ? ["payment_intent", intent]
          : undefined,
    keep: (dispute) => within(dispute.created, created),
  });
});

/** Answers with evidence, which is handed in at once unless `submit` is false. https://docs.stripe.com/api/disputes/update */
export const updateDispute = operation("disputes.update", (call) => {
  const dispute = openDisputeAt(call);
  const { evidence, metadata, submit } = call.params;
  refuseUnbuilt({ ...evidence }, ["appeal", "enhanced_evidence"]);
  const { appeal: _appeal, enhanced_evidence: _enhanced, ...given } = evidence ?? {};
  const merged = Object.fromEntries(
    Object.entries({ ...dispute.evidence, ...given }).map(([name, value]) => [
      name,
      value === "" ? null : value,
    ]),
  );
  const handedIn = evidence !== undefined && submit !== false;
  const before = call.snapshot(dispute);
  const details = dispute.evidence_details;
  const updated = call.store.update("dispute", dispute.id, {
    evidence: { ...dispute.evidence, ...merged },
    evidence_details: {
      ...details,
      has_evidence: details.has_evidence || evidence !== undefined,
      submission_count: details.submission_count + (handedIn ? 1 : 0),
      submission_method: handedIn ? "manual" : details.submission_method,
    },
    intended_submission_method: call.params.intended_submission_method ?? dispute.intended_submission_method,
    metadata: mergeMetadata(dispute.metadata, metadata),
    ...(handedIn ? { status: isInquiry(dispute) ? "warning_under_review" : "under_review" } : {}),
  });
  call.emit("charge.dispute.updated", updated, before);
  if (handedIn) {
    call.emit("charge.updated", call.store.must("charge", updated.charge));
    const at = call.now() + REVIEW_SECONDS;
    call.schedule({ at, clock: null, name: "dispute.resolve", subject: dispute.id });
  }
  return updated;
});

/** Accepts that it is lost. https://docs.stripe.com/api/disputes/close */
export const closeDisputeOperation = operation("disputes.close", (call) => {
  const closed = closeDispute(call, openDisputeAt(call));
  call.emit("charge.updated", call.store.must("charge", closed.charge));
  return closed;
});

function openDisputeAt(call: Call<unknown>): Held<"dispute"> {
  const dispute = addressed(call, "dispute", "dispute");
  if (!isClosed(dispute)) return dispute;
  throw invalidRequest("This dispute is already closed");
}
