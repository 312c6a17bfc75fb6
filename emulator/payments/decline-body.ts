import { cardError, type ErrorBody, type StripeError } from "../core/errors";
import type { Decline } from "./cards/types";

type DeclineBody = Omit<ErrorBody, "type">;

/** A decline as the fields of a card error; `param` is empty where no parameter is to blame, as Stripe has it. */
export function declineBody(decline: Decline): DeclineBody {
  return {
    code: decline.code,
    message: decline.message,
    param: blamed[decline.code],
    ...(decline.declineCode === null ? {} : { decline_code: decline.declineCode }),
    ...(decline.adviceCode === null ? {} : { advice_code: decline.adviceCode }),
    ...(decline.networkDeclineCode === null ? {} : { network_decline_code: decline.networkDeclineCode }),
  };
}

/** 402 for a card refused before any payment was tried with it; nothing is kept. */
export function declinedCard(decline: Decline): StripeError {
  return cardError(declineBody(decline), false);
}

const blamed: Readonly<Record<Decline["code"], string>> = {
  authentication_required: "",
  card_declined: "",
  expired_card: "exp_month",
  incorrect_cvc: "cvc",
  incorrect_number: "number",
  processing_error: "",
};
