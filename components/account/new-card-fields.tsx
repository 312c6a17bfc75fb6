import { useElements, useStripe } from "@stripe/react-stripe-js";
import { useRef, useState } from "react";
import { ElementForm } from "@/components/checkout/element-form";
import type { CheckoutMessage } from "@/components/checkout/message";
import { type CardBegun, saveCard } from "./save-card";

export type NewCardFieldsProps = {
  /** Begins on the server; called when the person presses the button, not before. */
  begin: (toPay: boolean) => Promise<CardBegun>;
  returnUrl: string;
  failed: boolean;
  retry: () => void;
};

/** The card's fields, what it is for, and the button that saves it. Inside `Elements`. */
export function NewCardFields({ begin, returnUrl, failed, retry }: NewCardFieldsProps) {
  const stripe = useStripe();
  const elements = useElements();
  const running = useRef(false);
  const [saving, setSaving] = useState(false);
  const [message, setMessage] = useState<CheckoutMessage | null>(null);
  const send = async (form: HTMLFormElement) => {
    if (!stripe || !elements || running.current) return;
    running.current = true;
    setSaving(true);
    setMessage(null);
    const result = await saveCard({
      check: () => elements.submit(),
      begin: () => begin(new FormData(form).get("toPay") !== null),
      confirm: (clientSecret) =>
        stripe.confirmSetup({ elements, clientSecret, confirmParams: { return_url: returnUrl } }),
    }).catch(() => broken);
    if (result.next === "leave") {
      if (result.href !== null) window.location.assign(result.href);
      return;
    }
    if (result.next === "tell") setMessage(result.message);
    running.current = false;
    setSaving(false);
  };
  return (
    <ElementForm
      send={send}
      sending={saving}
      message={message}
      label="Save this card"
      sendingLabel="Saving your card"
      keepsCard
      failed={failed}
      retry={retry}
    >
      <label className="flex min-h-11 items-center gap-3 text-15">
        <input type="checkbox" name="toPay" defaultChecked className="size-5 shrink-0" />
        Pay with this card from now on
      </label>
    </ElementForm>
  );
}

const broken = {
  next: "tell" as const,
  message: {
    tone: "bad" as const,
    title: "The card form has stopped working",
    text: "Nothing was charged. Reload the page and try again.",
  },
};
