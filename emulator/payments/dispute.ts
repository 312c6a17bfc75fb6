import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { bookDispute } from "./balance";
import type { TestCard } from "./cards/types";
import { settleWarnings } from "./fraud-warning";

type Charge = Held<"charge">;
type Dispute = Held<"dispute">;

const DAY = 86_400;
const DAYS_TO_ANSWER = 8;

/** What a cardholder objects to, as a formal dispute or as an inquiry first. */
export type Objection = Pick<Dispute, "amount" | "reason"> & {
  readonly status: NonNullable<TestCard["dispute"]>["status"];
};

/** Opens the disputes that the card of a charge asks for: several share its amount. */
export function openDisputes(work: Work, charge: Charge, { dispute }: TestCard): void {
  if (!dispute) return;
  const { count, reason, status } = dispute;
  const share = Math.floor(charge.amount_captured / count);
  for (let index = 0; index < count; index++) {
    const amount = index === count - 1 ? charge.amount_captured - share * index : share;
    openDispute(work, charge, { amount, reason, status });
  }
}

/**
 * Opens a dispute of a charge. Emits `charge.dispute.created` and, unless it is an inquiry,
 * `charge.dispute.funds_withdrawn`. https://docs.stripe.com/disputes
 */
export function openDispute(work: Work, charge: Charge, objection: Objection): Dispute {
  const inquiry = objection.status === "warning_needs_response";
  const created = work.now();
  const due = created + DAYS_TO_ANSWER * DAY;
  const dispute = work.store.put("dispute", {
    id: work.newId("dispute"),
    object: "dispute",
    balance_transactions: [],
    charge: charge.id,
    created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: due - (due % DAY) + DAY - 1,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: inquiry,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    payment_method_details: {
      card: {
        brand: charge.payment_method_details?.card?.brand ?? "visa",
        case_type: inquiry ? "inquiry" : "chargeback",
        network: charge.payment_method_details?.card?.network ?? "visa",
        network_reason_code: "10.4",
      },
      type: "card",
    },
    ...objection,
  });
  work.store.update("charge", charge.id, { disputed: true });
  work.schedule({
    at: (dispute.evidence_details.due_by ?? due) + 1,
    clock: null,
    name: "dispute.due",
    subject: dispute.id,
  });
  work.emit("charge.dispute.created", dispute);
  settleWarnings(work, charge);
  return inquiry ? dispute : withdrawFunds(work, dispute);
}

/** Takes the disputed amount away until the dispute is won. Emits `charge.dispute.funds_withdrawn`. */
export function withdrawFunds(work: Work, dispute: Dispute): Dispute {
  const before = work.snapshot(dispute);
  const withdrawn = work.store.update("dispute", dispute.id, {
    balance_transactions: [...dispute.balance_transactions, bookDispute(work, dispute).id],
    is_charge_refundable: false,
  });
  work.emit("charge.dispute.funds_withdrawn", withdrawn, before);
  return withdrawn;
}

const NO_EVIDENCE: Dispute["evidence"] = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
