import type { Stripe } from "@stripe/stripe-js";
import { useCallback, useEffect, useState } from "react";
import { type StripeSource, stripeJs } from "./load-stripe";

/** Stripe.js for a page; null while it loads. `retry` loads it anew after a failure. */
export function useStripeJs({ publishableKey, emulatorUrl }: StripeSource) {
  const [stripe, setStripe] = useState<Stripe | null>(null);
  const [failed, setFailed] = useState(false);
  const retry = useCallback(() => {
    setFailed(false);
    stripeJs({ publishableKey, emulatorUrl }).then(setStripe, () => setFailed(true));
  }, [publishableKey, emulatorUrl]);
  useEffect(retry, [retry]);
  return { stripe, failed, retry };
}
