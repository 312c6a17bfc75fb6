import { invalidRequest, missingReference } from "../core/errors";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { openDispute } from "../payments/dispute";

type Reason = Held<"dispute">["reason"];

const REASONS: Readonly<Record<string, Reason>> = {
  duplicate: "duplicate",
  fraudulent: "fraudulent",
  general: "general",
  product_not_received: "product_not_received",
  product_unacceptable: "product_unacceptable",
  subscription_canceled: "subscription_canceled",
};

/** What a cardholder's bank does: disputes what is left of a charge. Throws 400 for a charge that can't be disputed. */
export function disputeCharge(work: Work, chargeId: string, reasonName: string): Held<"dispute"> {
  const charge = work.store.get("charge", chargeId);
  if (charge === undefined) throw missingReference("charge", chargeId, "charge");
  const amount = charge.amount - charge.amount_refunded;
  if (charge.status !== "succeeded" || amount <= 0 || charge.disputed) {
    throw invalidRequest("Only a charge that succeeded, isn't refunded and isn't disputed can be disputed", {
      param: "charge",
    });
  }
  const reason = Object.hasOwn(REASONS, reasonName) ? REASONS[reasonName] : undefined;
  if (reason === undefined) {
    throw invalidRequest(`reason must be one of ${Object.keys(REASONS).join(", ")}`, { param: "reason" });
  }
  return openDispute(work, charge, { amount, reason, status: "needs_response" });
}
