import {
  AddressElement,
  Elements,
  LinkAuthenticationElement,
  PaymentElement,
  useElements,
  useStripe,
} from "@stripe/react-stripe-js";
import type {
  Stripe,
  StripeAddressElementOptions,
  StripeElements,
  StripeElementsOptions,
} from "@stripe/stripe-js";
import { loadStripe } from "@stripe/stripe-js/pure";
import { type FormEvent, StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

/** What a test asks of the page, in its address. */
const query = new URLSearchParams(window.location.search);
const clientSecret = query.get("client_secret") ?? "";
/** With an amount the intent is a deferred one: its secret is used only when it comes to paying. */
const amount = query.get("amount");
const kind = clientSecret.startsWith("seti_") ? "setup" : "payment";
const confirmParams = {
  return_url: `${window.location.origin}/returned`,
  ...JSON.parse(query.get("confirm_params") ?? "{}"),
};
/** Whether the form's card is only made a confirmation token, for a server to confirm with. */
const tokenOnly = query.has("token_only");
const redirect = query.get("redirect") === "always" ? "always" : "if_required";
const appearance = JSON.parse(query.get("appearance") ?? "{}");
const session = query.get("customer_session");
const shared = { appearance, ...(session ? { customerSessionClientSecret: session } : {}) };
const options: StripeElementsOptions = amount
  ? { mode: "payment", amount: Number(amount), currency: "usd", ...shared }
  : { clientSecret, ...shared };
/** Options of the elements beside the Payment Element, by their names; without any, an element isn't there. */
const addresses: StripeAddressElementOptions[] = JSON.parse(query.get("addresses") ?? "[]");
const email = JSON.parse(query.get("email") ?? "null");
const stripe = loadStripe(query.get("key") ?? "pk_test_harness");

function Form() {
  const api = useStripe();
  const elements = useElements();
  const [events, setEvents] = useState<string[]>([]);
  const [result, setResult] = useState("");
  const note = (event: string) => setEvents((before) => [...before, event]);

  async function confirm(api: Stripe, elements: StripeElements) {
    if (amount && query.get("submit") !== "never") {
      const { error } = await elements.submit();
      if (error) return { error };
    }
    if (tokenOnly) return api.createConfirmationToken({ elements, params: confirmParams });
    const confirmation = kind === "payment" ? api.confirmPayment : api.confirmSetup;
    const given = { elements, confirmParams, ...(amount ? { clientSecret } : {}) };
    return redirect === "always" ? confirmation(given) : confirmation({ ...given, redirect });
  }

  async function pay(event: FormEvent) {
    event.preventDefault();
    if (!api || !elements) return;
    setResult("");
    const outcome = await confirm(api, elements).catch((error: Error) => ({ thrown: error.message }));
    setResult(JSON.stringify(outcome));
  }

  return (
    <form onSubmit={pay}>
      {email && (
        <LinkAuthenticationElement
          options={email}
          onChange={({ complete, value }) => complete && note(`email ${value.email}`)}
        />
      )}
      {addresses.map((address) => (
        <AddressElement
          key={address.mode}
          options={address}
          onChange={({ complete, elementMode, value }) =>
            complete && note(`${elementMode} ${JSON.stringify(value)}`)
          }
        />
      ))}
      <div id="element">
        <PaymentElement
          options={JSON.parse(query.get("options") ?? "{}")}
          onLoaderStart={() => note("loaderstart")}
          onReady={() => note("ready")}
          onFocus={() => note("focus")}
          onBlur={() => note("blur")}
          onEscape={() => note("escape")}
          onLoadError={({ error }) => note(`loaderror ${error.message}`)}
          onSavedPaymentMethodRemove={({ success }) => note(`removed ${success}`)}
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
