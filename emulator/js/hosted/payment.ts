import { createStripe } from "../stripe/stripe";
import { appearance } from "./appearance";

/**
 * Lets the form of an open invoice take a card, with the elements and the confirmation any merchant's page has.
 * Once paid the page is loaded anew, and says so itself.
 */
export function startPayment(form: HTMLFormElement): void {
  const { key = "", secret: clientSecret = "" } = form.dataset;
  const button = form.querySelector("button");
  const problem = form.querySelector('[role="alert"]');
  if (!button || !problem) return;

  const stripe = createStripe(window.location.origin, key);
  const elements = stripe.elements({ clientSecret, appearance: appearance() });
  const card = elements.create("payment");
  card.on("ready", () => {
    button.disabled = false;
  });
  card.mount("#card");
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    elements.update({ appearance: appearance() });
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    problem.textContent = "";
    const result = await stripe.confirmPayment({ elements, redirect: "if_required" });
    if (!("error" in result)) return window.location.reload();
    problem.textContent = result.error.message;
    button.disabled = false;
  });
}
