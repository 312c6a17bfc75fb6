import type { Held } from "../core/kinds";
import type { Work } from "../core/work";
import { newToken } from "../hosted/token";
import { bookCharge } from "./balance";
import type { Decline } from "./cards/types";
import { chargedCard } from "./charge-card";
import { authorized, refused } from "./charge-outcome";
import { WARNED_AFTER } from "./fraud-warning";
import { cardBehind } from "./issuer";

type Charge = Held<"charge">;
/** What a charge takes over from what it pays: a PaymentIntent, or a request of its own, which has no id. */
export type ChargeBasis = Pick<
  Held<"payment_intent">,
  | "amount"
  | "capture_method"
  | "currency"
  | "customer"
  | "description"
  | "metadata"
  | "receipt_email"
  | "shipping"
  | "source"
  | "statement_descriptor"
  | "statement_descriptor_suffix"
  | "transfer_group"
> &
  Partial<Pick<Held<"payment_intent">, "payment_method_options">> & { readonly id: string | null };
type PaymentMethod = Held<"payment_method">;

const WEEK = 7 * 86_400;

/** Seconds until a charge that is captured asynchronously is in the balance. */
const BOOKED_AFTER = 2;

/**
 * Charges the payment method for the intent and puts the charge into the store: captured at once, or only
 * authorized for an intent that is captured by hand. Emits `charge.succeeded`.
 */
export function chargeSucceeded(
  work: Work,
  intent: ChargeBasis,
  method: PaymentMethod,
  challenged: boolean,
): Charge {
  const card = cardBehind(work, method);
  const captured = intent.capture_method !== "manual";
  const captureBefore = captured ? null : work.now() + WEEK;
  const charge = put(work, intent, method, {
    amount_captured: captured ? intent.amount : 0,
    captured,
    outcome: authorized(card),
    paid: true,
    payment_method_details: chargedCard(work, {
      method,
      amount: intent.amount,
      challenged,
      captureBefore,
      incremental: mayGrow(intent),
    }),
    status: "succeeded",
  });
  // What a dispute takes back at once has to have come in before.
  const later = intent.capture_method === "automatic_async" && !card.dispute;
  if (later)
    work.schedule({ at: work.now() + BOOKED_AFTER, clock: null, name: "charge.book", subject: charge.id });
  const booked = captured && !later ? bookCharge(work, charge.id, card.availableAtOnce === true) : charge;
  if (card.fraudWarning) {
    work.schedule({ at: work.now() + WARNED_AFTER, clock: null, name: "charge.warn", subject: charge.id });
  }
  if (captureBefore !== null) {
    work.schedule({ at: captureBefore, clock: null, name: "charge.expire", subject: charge.id });
  }
  work.emit("charge.succeeded", booked);
  return booked;
}

/** Puts the charge that the issuer refused into the store. Emits `charge.failed`. */
export function chargeFailed(
  work: Work,
  intent: ChargeBasis,
  method: PaymentMethod,
  decline: Decline,
): Charge {
  const charge = put(work, intent, method, {
    failure_code: decline.code,
    failure_message: decline.message,
    outcome: refused(cardBehind(work, method), decline),
    payment_method_details: chargedCard(work, {
      method,
      amount: null,
      challenged: false,
      captureBefore: null,
      incremental: false,
    }),
    status: "failed",
  });
  work.emit("charge.failed", charge);
  return charge;
}

function mayGrow({ payment_method_options: options }: ChargeBasis): boolean {
  return options?.card?.request_incremental_authorization === "if_available";
}

function put(
  work: Work,
  intent: ChargeBasis,
  method: PaymentMethod,
  outcome: Partial<Charge> & Pick<Charge, "status">,
): Charge {
  const id = work.newId("charge");
  return work.store.put("charge", {
    id,
    object: "charge",
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: "GATEHOUSE",
    captured: false,
    created: work.now(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: null,
    paid: false,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: null,
    radar_options: {},
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: outcome.status === "succeeded" ? `${work.origin}/receipts/${newToken(work, id)}` : null,
    refunded: false,
    refunds: [],
    review: null,
    shipping: intent.shipping,
    source: intent.source,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    transfer_data: null,
    transfer_group: intent.transfer_group,
    ...outcome,
  });
}
