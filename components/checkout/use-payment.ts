import { useElements, useStripe } from "@stripe/react-stripe-js";
import { useRef, useState } from "react";
import type { Begun, CheckoutMessage } from "./message";
import { pay } from "./pay";

type PaymentSetting = {
  shownAmount: number;
  showAmount: (amount: number) => void;
  begin: () => Promise<Begun>;
  returnUrl: string;
};

/** One payment at a time, from the press of the button to the way out or a message. Inside `Elements`. */
export function usePayment({ shownAmount, showAmount, begin, returnUrl }: PaymentSetting) {
  const stripe = useStripe();
  const elements = useElements();
  const running = useRef(false);
  const [paying, setPaying] = useState(false);
  const [message, setMessage] = useState<CheckoutMessage | null>(null);

  const submit = async () => {
    if (!stripe || !elements || running.current) return;
    running.current = true;
    setPaying(true);
    setMessage(null);
    const result = await pay({
      shownAmount,
      check: () => elements.submit(),
      begin,
      confirm: (clientSecret) =>
        stripe.confirmPayment({ elements, clientSecret, confirmParams: { return_url: returnUrl } }),
      save: (clientSecret) =>
        stripe.confirmSetup({ elements, clientSecret, confirmParams: { return_url: returnUrl } }),
      returnUrl,
    }).catch(() => broken);
    if (result.next === "leave") {
      if (result.href !== null) window.location.assign(result.href);
      return;
    }
    if (result.next === "tell") setMessage(result.message);
    if (result.next === "show") {
      showAmount(result.amount);
      setMessage(otherAmount);
    }
    running.current = false;
    setPaying(false);
  };
  return { submit, paying, message };
}

const otherAmount: CheckoutMessage = {
  tone: "info",
  title: "Today's total has changed",
  text: "The button shows the new one. Nothing has been charged.",
};
const broken = {
  next: "tell" as const,
  message: {
    tone: "bad" as const,
    title: "The card form has stopped working",
    text: "Reload the page and try again: you can't be charged twice.",
  },
};
