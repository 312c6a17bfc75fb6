import { Elements, PaymentElement, useElements, useStripe } from "@stripe/react-stripe-js";
import type { StripeElementsOptions } from "@stripe/stripe-js";
import { loadStripe } from "@stripe/stripe-js/pure";
import { type FormEvent, StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

/** What a test asks of the page, in its address. */
const query = new URLSearchParams(window.location.search);
const clientSecret = query.get("client_secret") ?? "";
const kind = clientSecret.startsWith("seti_") ? "setup" : "payment";
const redirect = query.get("redirect") === "always" ? "always" : "if_required";
const options: StripeElementsOptions = {
  clientSecret,
  appearance: JSON.parse(query.get("appearance") ?? "{}"),
};
const stripe = loadStripe(query.get("key") ?? "pk_test_harness");

function Form() {
  const api = useStripe();
  const elements = useElements();
  const [events, setEvents] = useState<string[]>([]);
  const [result, setResult] = useState("");
  const note = (event: string) => setEvents((before) => [...before, event]);

  async function pay(event: FormEvent) {
    event.preventDefault();
    if (!api || !elements) return;
    setResult("");
    const confirmParams = { return_url: `${window.location.origin}/returned` };
    const confirm = kind === "payment" ? api.confirmPayment : api.confirmSetup;
    const outcome =
      redirect === "always"
        ? await confirm({ elements, confirmParams })
        : await confirm({ elements, confirmParams, redirect });
    setResult(JSON.stringify(outcome));
  }

  return (
    <form onSubmit={pay}>
      <div id="element">
        <PaymentElement
          options={JSON.parse(query.get("options") ?? "{}")}
          onLoaderStart={() => note("loaderstart")}
          onReady={() => note("ready")}
          onFocus={() => note("focus")}
          onBlur={() => note("blur")}
          onEscape={() => note("escape")}
          onLoadError={({ error }) => note(`loaderror ${error.message}`)}
          onChange={({ complete, empty }) =>
            note(`change${complete ? " complete" : ""}${empty ? " empty" : ""}`)
          }
        />
      </div>
      <button type="submit">Pay</button>
      <output data-testid="result">{result}</output>
      <output data-testid="events">{events.join("\n")}</output>
    </form>
  );
}

function Page() {
  const [shown, setShown] = useState(true);
  return (
    <main>
      <button type="button" onClick={() => setShown(!shown)}>
        {shown ? "Leave" : "Come back"}
      </button>
      {shown && (
        <Elements stripe={stripe} options={options}>
          <Form />
        </Elements>
      )}
    </main>
  );
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
