"use client";

import { Elements } from "@stripe/react-stripe-js";
import type { StripeSource } from "@/components/checkout/load-stripe";
import { useStripeJs } from "@/components/checkout/use-stripe-js";
import { useStyle } from "@/components/checkout/use-style";
import { NewCardFields, type NewCardFieldsProps } from "./new-card-fields";

type NewCardFormProps = Pick<NewCardFieldsProps, "begin" | "returnUrl"> & { source: StripeSource };

/**
 * Saves a card without a payment. The card goes from Stripe's frame to Stripe; our page never has it.
 * https://docs.stripe.com/payments/save-and-reuse?client=react
 */
export function NewCardForm({ source, begin, returnUrl }: NewCardFormProps) {
  const { stripe, failed, retry } = useStripeJs(source);
  const style = useStyle();
  return (
    <Elements stripe={style && stripe} options={{ mode: "setup", currency: "usd", ...style }}>
      <NewCardFields begin={begin} returnUrl={returnUrl} failed={failed} retry={retry} />
    </Elements>
  );
}
