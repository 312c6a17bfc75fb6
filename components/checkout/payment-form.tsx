"use client";

import { Elements } from "@stripe/react-stripe-js";
import { useState } from "react";
import { formatMoney } from "@/lib/money";
import { CardFields } from "./card-fields";
import type { StripeSource } from "./load-stripe";
import type { Begun } from "./message";
import { useStripeJs } from "./use-stripe-js";
import { useStyle } from "./use-style";

type PaymentFormProps<Key> = {
  source: StripeSource;
  /** What is paid. `key` names it to the server; `amount` in minor units is charged today. */
  price: { key: Key; amount: number; currency: string };
  /** Whether it is paid once, or renews. */
  mode?: "payment" | "subscription";
  /** Begins the purchase on the server; called when the person presses the button, not before. */
  begin: (key: Key) => Promise<Begun>;
  returnUrl: string;
  locale: string;
  /** The days of a trial for which the card is only saved, and nothing charged. */
  trialDays?: number | undefined;
};

/**
 * Stripe's Payment Element and the button that pays. The card goes from Stripe's frame to Stripe; our page never has it.
 * https://docs.stripe.com/payments/accept-a-payment-deferred
 */
export function PaymentForm<Key>({
  source,
  price,
  mode = "subscription",
  begin,
  returnUrl,
  locale,
  trialDays,
}: PaymentFormProps<Key>) {
  const { stripe, failed, retry } = useStripeJs(source);
  const style = useStyle();
  const [amount, setAmount] = useState(price.amount);
  const { key, currency } = price;
  const kind = trialDays ? { mode: "setup" as const, currency } : { mode, amount, currency };
  return (
    <Elements stripe={style && stripe} options={{ ...kind, ...style }}>
      <CardFields
        label={trialDays ? `Begin ${trialDays} days free` : `Pay ${formatMoney(amount, currency, locale)}`}
        keepsCard={kind.mode !== "payment"}
        failed={failed}
        retry={retry}
        payment={{ shownAmount: amount, showAmount: setAmount, begin: () => begin(key), returnUrl }}
      />
    </Elements>
  );
}
