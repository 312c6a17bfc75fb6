import type { createStripe } from "../stripe/stripe";
import { appearance } from "./appearance";

type Stripe = ReturnType<typeof createStripe>;
export type Elements = ReturnType<Stripe["elements"]>;
type Start = NonNullable<Parameters<Stripe["elements"]>[0]>;

/** Puts the frame for a new card into a place of the page, in the colours around it. */
export function mountCard(stripe: Stripe, place: HTMLElement, start: Start, asksAddress: boolean): Elements {
  const elements = stripe.elements({ appearance: appearance(), ...start });
  const options = asksAddress ? {} : { fields: { billingDetails: { address: "never" as const } } };
  elements.create("payment", options).mount(place);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    elements.update({ appearance: appearance() });
  });
  return elements;
}
