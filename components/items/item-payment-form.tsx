"use client";

import { Elements } from "@stripe/react-stripe-js";
import { type ComponentProps, useState } from "react";
import { ElementForm } from "@/components/checkout/element-form";
import type { StripeSource } from "@/components/checkout/load-stripe";
import type { Begun } from "@/components/checkout/message";
import { useAppearance } from "@/components/checkout/use-appearance";
import { usePayment } from "@/components/checkout/use-payment";
import { useStripeJs } from "@/components/checkout/use-stripe-js";
import { formatMoney } from "@/lib/money";

type ItemPaymentFormProps = {
  source: StripeSource;
  /** Minor units of `currency`. */
  item: { key: string; amount: number; currency: string };
  /** Begins the purchase on the server; called when the person presses the button, not before. */
  begin: (key: string) => Promise<Begun>;
  returnUrl: string;
  locale: string;
};

/** The card's fields and the button that pays for something bought once. */
export function ItemPaymentForm({ source, item, begin, returnUrl, locale }: ItemPaymentFormProps) {
  const { stripe, failed, retry } = useStripeJs(source);
  const appearance = useAppearance();
  const [amount, setAmount] = useState(item.amount);
  const { key, currency } = item;
  return (
    <Elements
      stripe={appearance && stripe}
      options={{ mode: "payment", amount, currency, ...(appearance && { appearance }) }}
    >
      <Fields
        payment={{ shownAmount: amount, showAmount: setAmount, begin: () => begin(key), returnUrl }}
        label={`Pay ${formatMoney(amount, currency, locale)}`}
        failed={failed}
        retry={retry}
      />
    </Elements>
  );
}

type FieldsProps = Pick<ComponentProps<typeof ElementForm>, "label" | "failed" | "retry"> & {
  payment: Parameters<typeof usePayment>[0];
};

function Fields({ payment, ...form }: FieldsProps) {
  const { submit, paying, message } = usePayment(payment);
  return <ElementForm {...form} send={submit} sending={paying} message={message} sendingLabel="Paying" />;
}
