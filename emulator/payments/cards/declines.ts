import type { Decline } from "./types";

const DECLINED = "Your card was declined.";

export const genericDecline: Decline = {
  code: "card_declined",
  declineCode: "generic_decline",
  message: DECLINED,
  adviceCode: "try_again_later",
  networkDeclineCode: "01",
};

export const insufficientFunds: Decline = {
  code: "card_declined",
  declineCode: "insufficient_funds",
  message: "Your card has insufficient funds.",
  adviceCode: "try_again_later",
  networkDeclineCode: "51",
};

export const lostCard: Decline = {
  code: "card_declined",
  declineCode: "lost_card",
  message: DECLINED,
  adviceCode: "do_not_try_again",
  networkDeclineCode: null,
};

export const stolenCard: Decline = { ...lostCard, declineCode: "stolen_card" };

export const expiredCard: Decline = {
  code: "expired_card",
  declineCode: "expired_card",
  message: "Your card has expired.",
  adviceCode: "do_not_try_again",
  networkDeclineCode: null,
};

export const incorrectCvc: Decline = {
  code: "incorrect_cvc",
  declineCode: "incorrect_cvc",
  message: "Your card's security code is incorrect.",
  adviceCode: "try_again_later",
  networkDeclineCode: null,
};

export const processingError: Decline = {
  code: "processing_error",
  declineCode: "processing_error",
  message: "An error occurred while processing your card. Try again in a little bit.",
  adviceCode: "try_again_later",
  networkDeclineCode: null,
};

export const incorrectNumber: Decline = {
  code: "incorrect_number",
  declineCode: null,
  message: "Your card number is incorrect.",
  adviceCode: null,
  networkDeclineCode: null,
};

export const velocityExceeded: Decline = {
  code: "card_declined",
  declineCode: "card_velocity_exceeded",
  message:
    "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.",
  adviceCode: null,
  networkDeclineCode: null,
};

export const fraudulent: Decline = {
  code: "card_declined",
  declineCode: "fraudulent",
  message: DECLINED,
  adviceCode: null,
  networkDeclineCode: null,
};

export const authenticationRequired: Decline = {
  code: "authentication_required",
  declineCode: "authentication_required",
  message: "Your card was declined. This transaction requires authentication.",
  adviceCode: null,
  networkDeclineCode: null,
};

/** Refusals by their `decline_code`. */
export const declines: ReadonlyMap<string, Decline> = new Map(
  [
    genericDecline,
    insufficientFunds,
    lostCard,
    stolenCard,
    expiredCard,
    incorrectCvc,
    processingError,
    velocityExceeded,
    fraudulent,
    authenticationRequired,
  ].flatMap((decline) => (decline.declineCode === null ? [] : [[decline.declineCode, decline]])),
);

/**
 * Codes after which the networks forbid trying the same card again: a retry is counted but not sent.
 * https://docs.stripe.com/billing/revenue-recovery/smart-retries
 */
const HARD_DECLINES: ReadonlySet<string> = new Set([
  "incorrect_number",
  "lost_card",
  "pickup_card",
  "stolen_card",
  "revocation_of_authorization",
  "revocation_of_all_authorizations",
  "authentication_required",
  "highest_risk_level",
  "transaction_not_allowed",
]);

/** Whether the networks forbid another try after a decline, given its `decline_code` or `code`. */
export function isHardDecline(code: string): boolean {
  return HARD_DECLINES.has(code);
}
