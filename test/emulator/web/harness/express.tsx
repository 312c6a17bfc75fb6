import { Elements, ExpressCheckoutElement, useElements, useStripe } from "@stripe/react-stripe-js";
import type { StripeExpressCheckoutElementConfirmEvent } from "@stripe/stripe-js";
import { loadStripe } from "@stripe/stripe-js/pure";
import { useState } from "react";
import { createRoot } from "react-dom/client";

const query = new URLSearchParams(window.location.search);
const clientSecret = query.get("client_secret") ?? "";
const stripe = loadStripe(query.get("key") ?? "");
const options = { mode: "payment", amount: 1900, currency: "usd" } as const;
const RATES = [{ id: "slow", amount: 0, displayName: "Slow" }];

/** A checkout whose only way to pay is a wallet. */
function Express() {
  const api = useStripe();
  const elements = useElements();
  const [events, setEvents] = useState<string[]>([]);
  const [result, setResult] = useState("");
  const note = (event: string) => setEvents((before) => [...before, event]);

  async function confirm({ billingDetails, shippingAddress }: StripeExpressCheckoutElementConfirmEvent) {
    if (!api || !elements) return;
    note(`confirm ${billingDetails?.email} ${shippingAddress?.address.city}`);
    const { error } = await elements.submit();
    const outcome = error
      ? { error }
      : await api.confirmPayment({ elements, clientSecret, redirect: "if_required" });
    setResult(JSON.stringify(outcome));
  }

  return (
    <>
      <ExpressCheckoutElement
        onReady={({ availablePaymentMethods }) => note(`ready ${JSON.stringify(availablePaymentMethods)}`)}
        onClick={({ resolve, expressPaymentType }) => {
          note(`click ${expressPaymentType}`);
          resolve({ emailRequired: true, shippingAddressRequired: true, shippingRates: RATES });
        }}
        onShippingAddressChange={({ address, resolve, reject }) => {
          note(`address ${address.country}`);
          if (address.country === "GB") reject();
          else resolve();
        }}
        onCancel={() => note("cancel")}
        onConfirm={confirm}
      />
      <output data-testid="result">{result}</output>
      <output data-testid="events">{events.join("\n")}</output>
    </>
  );
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <Elements stripe={stripe} options={options}>
      <Express />
    </Elements>,
  );
}
