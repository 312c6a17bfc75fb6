import type { StripeError } from "@stripe/stripe-js";
import type { CheckoutMessage } from "./message";

const otherCard = "Nothing was charged. Use another card, or ask your bank why it said no.";

/** What helps after a refusal, by Stripe's code for it. https://docs.stripe.com/declines/codes */
const advice = new Map<string, string>([
  ["insufficient_funds", "Nothing was charged. Use another card, or try this one when there is more on it."],
  ["expired_card", "Nothing was charged. Check the expiry date, or use another card."],
  ["incorrect_cvc", "Nothing was charged. Check the three or four digits of the security code."],
  ["incorrect_number", "Nothing was charged. Check the card number."],
  ["processing_error", "Nothing was charged. Try again in a moment."],
]);

/** Stripe's own sentence for it says neither who asked nor what to do. */
const unconvinced: CheckoutMessage = {
  tone: "bad",
  title: "Your bank couldn't make sure that it is you",
  text: "Nothing was charged. Try again, or use another card.",
};

const unconvincedCodes = ["payment_intent_authentication_failure", "setup_intent_authentication_failure"];

/** A failed payment in words for the cardholder: Stripe's own sentence, and what to do next. */
export function declineMessage({ code, decline_code, message }: StripeError): CheckoutMessage {
  if (code && unconvincedCodes.includes(code)) return unconvinced;
  return {
    tone: "bad",
    title: message ?? "Your card was declined.",
    text: advice.get(decline_code ?? "") ?? advice.get(code ?? "") ?? otherCard,
  };
}
