import type { Held } from "../core/kinds";
import type { Work } from "../core/work";

type Details = NonNullable<Held<"charge">["payment_method_details"]>;
type CardDetails = NonNullable<Details["card"]>;

export type ChargedCard = {
  readonly method: Held<"payment_method">;
  /** Authorized, minor units; null for a card that was refused. */
  readonly amount: number | null;
  /** The customer has just passed a challenge. */
  readonly challenged: boolean;
  /** Unix seconds until which an authorization holds; null once captured. */
  readonly captureBefore: number | null;
  /** More may be authorized later on. */
  readonly incremental: boolean;
};

const digits = (work: Work, length: number) =>
  Array.from(work.random(length), (letter) => letter.charCodeAt(0) % 10).join("");

/** `payment_method_details` of a charge to a card. */
export function chargedCard(work: Work, charged: ChargedCard): Details {
  const { card } = charged.method;
  if (!card) return { type: charged.method.type };
  return {
    card: {
      amount_authorized: charged.amount,
      authorization_code: charged.amount === null ? null : digits(work, 6),
      brand: card.brand,
      ...(charged.captureBefore === null ? {} : { capture_before: charged.captureBefore }),
      checks: card.checks,
      country: card.country,
      electronic_commerce_indicator: charged.challenged ? "05" : null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      extended_authorization: { status: "disabled" },
      fingerprint: card.fingerprint ?? null,
      funding: card.funding,
      incremental_authorization: { status: charged.incremental ? "available" : "unavailable" },
      installments: null,
      last4: card.last4,
      mandate: null,
      multicapture: { status: "unavailable" },
      network: card.brand,
      network_token: { used: false },
      network_transaction_id: digits(work, 15),
      overcapture: { maximum_amount_capturable: charged.amount ?? 0, status: "unavailable" },
      regulated_status: "unregulated",
      three_d_secure: charged.challenged ? passedChallenge(work) : null,
      transaction_link_id: null,
      wallet: null,
    },
    type: "card",
  };
}

function passedChallenge(work: Work): NonNullable<CardDetails["three_d_secure"]> {
  return {
    authentication_flow: "challenge",
    electronic_commerce_indicator: "05",
    exemption_indicator: null,
    result: "authenticated",
    result_reason: null,
    transaction_id: work.random(27),
    version: "2.2.0",
  };
}
