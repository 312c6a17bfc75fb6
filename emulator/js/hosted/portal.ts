import { createStripe } from "../stripe/stripe";
import { mountCard } from "./new-card";

/** Lets the portal's form take a new card: it is sent on with the id of the payment method made of it. */
export function startPortalCard(form: HTMLFormElement): void {
  const button = form.querySelector("button");
  const place = form.querySelector<HTMLElement>("#card");
  const problem = form.querySelector("#problem");
  const id = form.querySelector<HTMLInputElement>('input[name="payment_method"]');
  if (!button || !place || !problem || !id) return;

  const stripe = createStripe(window.location.origin, form.dataset.key ?? "");
  const elements = mountCard(stripe, place, { currency: "usd", mode: "setup" }, true);

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    problem.textContent = "";
    const checked = await elements.submit();
    const made = "error" in checked ? checked : await stripe.createPaymentMethod({ elements });
    if ("error" in made) {
      problem.textContent = made.error.message;
      button.disabled = false;
      return;
    }
    id.value = String(made.paymentMethod.id);
    form.submit();
  });
}
