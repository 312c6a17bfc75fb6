import { cardError, type StripeError } from "../../core/errors";

/** 402 for a subscription that must be paid at once, with a card that wants its holder. */
export function actionRequired(): StripeError {
  return cardError(
    {
      code: "subscription_payment_intent_requires_action",
      message:
        "Payment for this subscription requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with `subscription.latest_invoice`. For more details see: https://stripe.com/docs/billing/subscriptions/overview#requires-action",
    },
    false,
  );
}
