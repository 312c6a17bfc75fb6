import { CardElement, Elements, useElements, useStripe } from "@stripe/react-stripe-js";
import type { Stripe, StripeCardElement } from "@stripe/stripe-js";
import { loadStripe } from "@stripe/stripe-js/pure";
import { type FormEvent, useState } from "react";
import { createRoot } from "react-dom/client";

const query = new URLSearchParams(window.location.search);
const clientSecret = query.get("client_secret") ?? "";
const stripe = loadStripe(query.get("key") ?? "");

type Use = (api: Stripe, card: StripeCardElement) => Promise<object>;

const person = { name: "Ada" };

/** What a page could do with a Card Element before there was another. */
const USES: Record<string, Use> = {
  confirm: (api, card) =>
    api.confirmCardPayment(clientSecret, { payment_method: { card, billing_details: person } }),
  method: (api, card) => api.createPaymentMethod({ type: "card", card, billing_details: person }),
  token: (api, card) => api.createToken(card, person),
};

function Form() {
  const api = useStripe();
  const elements = useElements();
  const [problem, setProblem] = useState("");
  const [result, setResult] = useState("");

  async function use(event: FormEvent) {
    event.preventDefault();
    const card = elements?.getElement(CardElement);
    const chosen = USES[query.get("use") ?? ""];
    if (api && card && chosen) setResult(JSON.stringify(await chosen(api, card)));
  }

  return (
    <form onSubmit={use}>
      <CardElement onChange={({ error, brand }) => setProblem(error ? `${brand} ${error.code}` : "")} />
      <button type="submit">Pay</button>
      <output data-testid="problem">{problem}</output>
      <output data-testid="result">{result}</output>
    </form>
  );
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <Elements stripe={stripe}>
      <Form />
    </Elements>,
  );
}
