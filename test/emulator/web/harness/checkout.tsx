import { EmbeddedCheckout, EmbeddedCheckoutProvider } from "@stripe/react-stripe-js";
import {
  CheckoutElementsProvider,
  PaymentElement,
  useCheckoutElements,
} from "@stripe/react-stripe-js/checkout";
import { loadStripe } from "@stripe/stripe-js/pure";
import { type FormEvent, StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

/** What a test asks of the page, in its address. */
const query = new URLSearchParams(window.location.search);
const clientSecret = query.get("client_secret") ?? "";
const stripe = loadStripe(query.get("key") ?? "pk_test_harness");

function Form() {
  const state = useCheckoutElements();
  const [result, setResult] = useState("");
  if (state.type === "loading") return <p>Loading</p>;
  if (state.type === "error") return <output data-testid="result">{state.error.message}</output>;
  const { checkout } = state;
  const note = (outcome: { type: string; error?: { code: string | null; message: string } }) =>
    setResult(JSON.stringify({ type: outcome.type, ...outcome.error }));

  async function pay(event: FormEvent) {
    event.preventDefault();
    setResult("");
    note(await checkout.confirm({ redirect: query.get("redirect") === "always" ? "always" : "if_required" }));
  }

  return (
    <form onSubmit={pay}>
      <input aria-label="E-mail" onBlur={({ target }) => checkout.updateEmail(target.value)} />
      <input aria-label="Code" id="code" />
      <button
        type="button"
        onClick={async () => {
          const field = document.getElementById("code");
          if (field instanceof HTMLInputElement) note(await checkout.applyPromotionCode(field.value));
        }}
      >
        Apply
      </button>
      <PaymentElement />
      <p data-testid="total">{checkout.total.total.amount}</p>
      <p data-testid="status">{checkout.status.type}</p>
      <button type="submit" disabled={!checkout.canConfirm}>
        Pay
      </button>
      <output data-testid="result">{result}</output>
    </form>
  );
}

function Embedded() {
  const [complete, setComplete] = useState(false);
  const [options] = useState({
    fetchClientSecret: async () => clientSecret,
    onComplete: () => setComplete(true),
  });
  return (
    <EmbeddedCheckoutProvider stripe={stripe} options={options}>
      <EmbeddedCheckout />
      {complete && <p data-testid="result">complete</p>}
    </EmbeddedCheckoutProvider>
  );
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      {query.has("embedded") ? (
        <Embedded />
      ) : (
        <CheckoutElementsProvider stripe={stripe} options={{ clientSecret: Promise.resolve(clientSecret) }}>
          <Form />
        </CheckoutElementsProvider>
      )}
    </StrictMode>,
  );
}
