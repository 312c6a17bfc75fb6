"use client";

import { Elements } from "@stripe/react-stripe-js";
import type { StripeSource } from "@/components/checkout/load-stripe";
import { useAppearance } from "@/components/checkout/use-appearance";
import { useStripeJs } from "@/components/checkout/use-stripe-js";
import { NewCardFields, type NewCardFieldsProps } from "./new-card-fields";

type NewCardFormProps = Pick<NewCardFieldsProps, "begin" | "returnUrl"> & { source: StripeSource };

/**
 * Saves a card without a payment. The card goes from Stripe's frame to Stripe; our page never has it.
 * https://docs.stripe.com/payments/save-and-reuse?client=react
 */
export function NewCardForm({ source, begin, returnUrl }: NewCardFormProps) {
  const { stripe, failed, retry } = useStripeJs(source);
  const appearance = useAppearance();
  return (
    <Elements
      stripe={appearance && stripe}
      options={{ mode: "setup", currency: "usd", ...(appearance && { appearance }) }}
    >
      <NewCardFields begin={begin} returnUrl={returnUrl} failed={failed} retry={retry} />
    </Elements>
  );
}
