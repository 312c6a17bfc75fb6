"use client";

import { Elements } from "@stripe/react-stripe-js";
import { useState } from "react";
import { CardFields } from "./card-fields";
import type { StripeSource } from "./load-stripe";
import type { Begun } from "./message";
import { useAppearance } from "./use-appearance";
import { useStripeJs } from "./use-stripe-js";

type PaymentFormProps = {
  source: StripeSource;
  price: { key: string; amount: number; currency: string };
  /** Begins the purchase on the server; called when the person presses the button, not before. */
  begin: (priceKey: string) => Promise<Begun>;
  returnUrl: string;
  locale: string;
};

/**
 * Stripe's Payment Element and the button that pays. The card goes from Stripe's frame to Stripe; our page never has it.
 * https://docs.stripe.com/payments/accept-a-payment-deferred
 */
export function PaymentForm({ source, price, begin, returnUrl, locale }: PaymentFormProps) {
  const { stripe, failed, retry } = useStripeJs(source);
  const appearance = useAppearance();
  const [amount, setAmount] = useState(price.amount);
  return (
    <Elements
      stripe={appearance && stripe}
      options={{ mode: "subscription", amount, currency: price.currency, ...(appearance && { appearance }) }}
    >
      <CardFields
        amount={amount}
        currency={price.currency}
        locale={locale}
        failed={failed}
        retry={retry}
        payment={{ shownAmount: amount, showAmount: setAmount, begin: () => begin(price.key), returnUrl }}
      />
    </Elements>
  );
}
