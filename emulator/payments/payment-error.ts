import type { Held } from "../core/kinds";
import type { Decline } from "./cards/types";

type PaymentError = NonNullable<Held<"payment_intent">["last_payment_error"]>;
type SetupError = NonNullable<Held<"setup_intent">["last_setup_error"]>;

/** `last_payment_error` and `last_setup_error` of a declined attempt. */
export function declineOf(
  decline: Decline,
  method: string,
  charge: string | null,
): PaymentError & SetupError {
  return {
    ...(decline.adviceCode === null ? {} : { advice_code: decline.adviceCode }),
    ...(charge === null ? {} : { charge }),
    code: decline.code,
    ...(decline.declineCode === null ? {} : { decline_code: decline.declineCode }),
    doc_url: docUrl(decline.code),
    message: decline.message,
    ...(decline.networkDeclineCode === null ? {} : { network_decline_code: decline.networkDeclineCode }),
    payment_method: method,
    type: "card_error",
  };
}

/** The error an intent keeps when its customer failed the 3-D Secure challenge. */
export function failedChallenge(
  intent: "payment_intent" | "setup_intent",
  method: string,
): PaymentError & SetupError {
  const noun = { payment_intent: "PaymentIntent", setup_intent: "SetupIntent" }[intent];
  const code = `${intent}_authentication_failure` as const;
  return {
    code,
    doc_url: docUrl(code),
    message: `The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this ${noun} again.`,
    payment_method: method,
    type: "invalid_request_error",
  };
}

function docUrl(code: string): string {
  return `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}`;
}
