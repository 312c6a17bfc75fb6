import { money } from "../billing/money";
import { invalidRequest } from "../core/errors";
import type { Held } from "../core/kinds";
import { refuseLess } from "../core/least-values";
import type { Work } from "../core/work";
import { bookRefund } from "./balance";
import { settleWarnings } from "./fraud-warning";
import { cardBehind } from "./issuer";

type Charge = Held<"charge">;
type Refund = Held<"refund">;

export type RefundRequest = {
  readonly amount?: number;
  readonly reason: Refund["reason"];
  readonly metadata: Readonly<Record<string, string>>;
};

/** Seconds until a refund has its number at the bank, or what else its test card has in store for it. */
const SETTLING_TIME = 5;

/**
 * Gives a charge back, all that is left of it or `amount` (minor units). Emits `refund.created` and
 * `charge.refunded`. https://docs.stripe.com/refunds
 */
export function refundCharge(work: Work, charge: Charge, request: RefundRequest): Refund {
  refuseRefund(work, charge);
  const left = charge.amount - charge.amount_refunded;
  const amount = request.amount ?? left;
  refuseLess(amount, 1, "amount");
  if (amount > left) throw tooMuch(amount, left, charge.currency);
  const refund = putRefund(work, charge, amount, request);
  const before = work.snapshot(charge);
  const refunded = work.store.update("charge", charge.id, {
    amount_refunded: charge.amount_refunded + amount,
    refunded: amount === left,
    refunds: [refund.id, ...(charge.refunds ?? [])],
  });
  work.emit("refund.created", refund);
  work.emit("charge.refunded", refunded, before);
  if (refunded.refunded) settleWarnings(work, refunded);
  return refund;
}

function putRefund(work: Work, charge: Charge, amount: number, request: RefundRequest): Refund {
  const refund = work.store.put("refund", {
    id: work.newId("refund"),
    object: "refund",
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: work.now(),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: {
      card: { reference_status: "pending", reference_type: "acquirer_reference_number", type: "refund" },
      type: "card",
    },
    metadata: request.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: request.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: fateOf(work, charge) === "pending_then_succeeded" ? "pending" : "succeeded",
    transfer_reversal: null,
  });
  work.schedule({ at: work.now() + SETTLING_TIME, clock: null, name: "refund.settle", subject: refund.id });
  return work.store.update("refund", refund.id, { balance_transaction: bookRefund(work, refund).id });
}

/** What the charge's test card has in store for refunds; null for cards like any other. */
export function fateOf(work: Work, charge: Charge) {
  const method = work.store.get("payment_method", charge.payment_method ?? "");
  return method ? (cardBehind(work, method).refund ?? null) : null;
}

function refuseRefund(work: Work, charge: Charge): void {
  if (charge.status !== "succeeded" || !charge.captured) throw nothingTaken(charge);
  if (charge.refunded) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: "charge_already_refunded",
    });
  }
  const disputes = work.store.list("dispute", "charge", charge.id);
  if (disputes.some((dispute) => !dispute.is_charge_refundable)) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: "charge_disputed",
    });
  }
}

/** What was refused or only authorized has brought nothing that could be given back. */
function nothingTaken({ id, payment_intent: intent, status }: Charge) {
  if (status !== "succeeded") return invalidRequest(`Charge ${id} was not successful and can't be refunded.`);
  return invalidRequest(
    intent === null
      ? `Not implemented by the emulator: releasing the charge ${id}, which wasn't captured, by a refund`
      : `Charge ${id} wasn't captured and can't be refunded. Cancel the PaymentIntent ${intent} instead.`,
  );
}

function tooMuch(amount: number, left: number, currency: string) {
  return invalidRequest(
    `Refund amount (${money(amount, currency)}) is greater than unrefunded amount on charge (${money(left, currency)})`,
    { param: "amount" },
  );
}
