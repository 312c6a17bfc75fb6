import { fraction, times } from "../billing/fraction";
import { roundHalfUp } from "../billing/rounding";
import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { scheduleAvailability } from "./available";

type BalanceTransaction = Held<"balance_transaction">;

const DAY = 86_400;
const rate = fraction(29, 1000);
const FIXED_FEE = 30;

/** Enters a successful, captured charge into the account's balance and points the charge at it. */
export function bookCharge(work: Work, chargeId: string, availableAtOnce: boolean): Held<"charge"> {
  const charge = work.store.must("charge", chargeId);
  const fee = roundHalfUp(times(rate, fraction(charge.amount_captured))) + FIXED_FEE;
  const available = availableAtOnce ? work.now() : midnight(work.now() + 2 * DAY);
  if (!availableAtOnce) scheduleAvailability(work, available);
  const entry = book(work, {
    amount: charge.amount_captured,
    available_on: available,
    currency: charge.currency,
    description: charge.description,
    fee,
    fee_details: [
      {
        amount: fee,
        application: null,
        currency: charge.currency,
        description: "Stripe processing fees",
        type: "stripe_fee",
      },
    ],
    reporting_category: "charge",
    source: charge.id,
    status: availableAtOnce ? "available" : "pending",
    type: "charge",
  });
  return work.store.update("charge", charge.id, { balance_transaction: entry.id });
}

/** Takes a refund out of the account's balance. The fee of the charge is not given back. */
export function bookRefund(work: Work, refund: Held<"refund">): BalanceTransaction {
  return book(work, {
    amount: -refund.amount,
    available_on: work.now(),
    currency: refund.currency,
    description: "REFUND FOR CHARGE",
    fee: 0,
    fee_details: [],
    reporting_category: "refund",
    source: refund.id,
    status: "available",
    type: "refund",
  });
}

/** Puts a refund that failed back into the account's balance. */
export function bookRefundFailure(work: Work, refund: Held<"refund">): BalanceTransaction {
  return book(work, {
    amount: refund.amount,
    available_on: work.now(),
    currency: refund.currency,
    description: "REFUND FAILURE",
    fee: 0,
    fee_details: [],
    reporting_category: "refund_failure",
    source: refund.id,
    status: "available",
    type: "refund_failure",
  });
}

/** What the bank takes for a dispute beside the amount, in minor units. */
const DISPUTE_FEE = 1500;

/** Takes a disputed amount and the fee for it out of the account's balance. */
export function bookDispute(work: Work, dispute: Held<"dispute">): BalanceTransaction {
  const description = `Chargeback withdrawal for ${dispute.charge}`;
  return book(work, {
    amount: -dispute.amount,
    available_on: work.now(),
    currency: dispute.currency,
    description,
    fee: DISPUTE_FEE,
    fee_details: [
      {
        amount: DISPUTE_FEE,
        application: null,
        currency: dispute.currency,
        description: "Dispute fee",
        type: "stripe_fee",
      },
    ],
    reporting_category: "dispute",
    source: dispute.id,
    status: "available",
    type: "adjustment",
  });
}

/** Gives a disputed amount back that was won; the fee is not. */
export function bookDisputeWon(work: Work, dispute: Held<"dispute">): BalanceTransaction {
  return book(work, {
    amount: dispute.amount,
    available_on: work.now(),
    currency: dispute.currency,
    description: `Chargeback reversal for ${dispute.charge}`,
    fee: 0,
    fee_details: [],
    reporting_category: "dispute_reversal",
    source: dispute.id,
    status: "available",
    type: "adjustment",
  });
}

type Entry = Omit<BalanceTransaction, "id" | "object" | "balance_type" | "created" | "exchange_rate" | "net">;

function book(work: Work, entry: Entry): BalanceTransaction {
  return work.store.put("balance_transaction", {
    id: work.newId("balance_transaction"),
    object: "balance_transaction",
    balance_type: "payments",
    created: work.now(),
    exchange_rate: null,
    net: entry.amount - entry.fee,
    ...entry,
  });
}

function midnight(seconds: number): number {
  return seconds - (seconds % DAY);
}
