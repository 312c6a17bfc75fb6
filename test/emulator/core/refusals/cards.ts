/** A request whose card is refused: what else the error says, and what it brings with it. */
export type CardRefusal = readonly [
  request: string,
  form: string,
  code: string,
  declineCode: string | null,
  param: string | null,
  brings: readonly string[],
  message: string,
];

const DECLINED = "Your card was declined.";
const BACK = "return_url=https://example.com/back";
const PAID_BY_ALL = ["charge", "payment_intent", "payment_method"];

/** What cards are refused for: 402, `card_error`. */
// biome-ignore format: a table, one line for each refusal
export const CARDS: readonly CardRefusal[] = [
  ["POST /v1/payment_intents/{fresh}/confirm", `payment_method=pm_card_visa_chargeDeclined&${BACK}`, "card_declined", "generic_decline", "", PAID_BY_ALL, DECLINED],
  ["POST /v1/payment_intents/{fresh}/confirm", `payment_method=pm_card_visa_chargeDeclinedInsufficientFunds&${BACK}`, "card_declined", "insufficient_funds", "", PAID_BY_ALL, "Your card has insufficient funds."],
  ["POST /v1/payment_intents/{fresh}/confirm", `payment_method=pm_card_chargeDeclinedExpiredCard&${BACK}`, "expired_card", "expired_card", "exp_month", PAID_BY_ALL, "Your card has expired."],
  ["POST /v1/payment_intents/{fresh}/confirm", `payment_method=pm_card_chargeDeclinedIncorrectCvc&${BACK}`, "incorrect_cvc", "incorrect_cvc", "cvc", PAID_BY_ALL, "Your card's security code is incorrect."],
  ["POST /v1/payment_intents", `amount=500&currency=usd&confirm=true&off_session=true&customer={guarded}&payment_method={guardedMethod}&${BACK}`, "authentication_required", "authentication_required", "", PAID_BY_ALL, "Your card was declined. This transaction requires authentication."],
  ["POST /v1/payment_methods/pm_card_visa_chargeDeclined/attach", "customer={nobody}", "card_declined", "generic_decline", "", [], DECLINED],
  ["POST /v1/setup_intents/{setupFresh}/confirm", `payment_method=pm_card_chargeDeclinedExpiredCard&${BACK}`, "expired_card", "expired_card", "exp_month", ["setup_intent", "payment_method"], "Your card has expired."],
  ["POST /v1/subscriptions", "customer={guarded}&items[0][price]={monthly}&payment_behavior=error_if_incomplete", "subscription_payment_intent_requires_action", null, null, [], "Payment for this subscription requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with `subscription.latest_invoice`. For more details see: https://stripe.com/docs/billing/subscriptions/overview#requires-action"],
  ["POST /v1/invoices/{guardedInvoice}/pay", "off_session=false", "invoice_payment_intent_requires_action", null, null, [], "This payment requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with the invoice. For more details see: https://stripe.com/docs/billing/subscriptions/overview#requires-action"],
];
