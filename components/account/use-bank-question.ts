import { useEffect, useRef, useState } from "react";
import { declineMessage } from "@/components/checkout/decline-words";
import { type StripeSource, stripeJs } from "@/components/checkout/load-stripe";
import type { CheckoutMessage } from "@/components/checkout/message";
import type { PayState } from "./paying";

/**
 * Lets the bank ask its question as soon as the state says that it wants to, and goes to `returnUrl` when it is answered.
 * https://docs.stripe.com/js/payment_intents/handle_next_action
 *
 * @returns whether it is asking, and what it said if it isn't convinced
 */
export function useBankQuestion(
  { publishableKey, emulatorUrl }: StripeSource,
  state: PayState,
  returnUrl: string,
) {
  const asked = useRef<PayState | null>(null);
  const [refusal, setRefusal] = useState<{ of: PayState; message: CheckoutMessage } | null>(null);
  useEffect(() => {
    if (state.next !== "confirm" || asked.current === state) return;
    asked.current = state;
    const { clientSecret } = state;
    const ask = async () => {
      const stripe = await stripeJs({ publishableKey, emulatorUrl });
      const { error } = await stripe.handleNextAction({ clientSecret });
      if (error) return setRefusal({ of: state, message: declineMessage(error) });
      const landing = new URLSearchParams({ payment_intent_client_secret: clientSecret });
      window.location.assign(`${returnUrl}?${landing}`);
    };
    ask().catch(() => setRefusal({ of: state, message: unreachable }));
  }, [state, publishableKey, emulatorUrl, returnUrl]);
  const current = refusal?.of === state ? refusal.message : null;
  return { asking: state.next === "confirm" && current === null, refusal: current };
}

const unreachable: CheckoutMessage = {
  tone: "warn",
  title: "Your bank's question can't be loaded",
  text: "We don't know yet whether it said yes. Try again: you can't be charged twice.",
};
