import { createStripe } from "./stripe";

/** Loaded by a `<script>`, whose address says where the stand-in is. */
const script = document.currentScript;
if (!(script instanceof HTMLScriptElement))
  throw new Error("The Stripe stand-in has to be loaded by a script tag.");
const { origin } = new URL(script.src);

function Stripe(key: string, options?: { locale?: string }) {
  return createStripe(origin, key, options);
}

/** `@stripe/stripe-js` compares this with the release it was made for. */
Stripe.version = "endive";

Object.assign(window, { Stripe });
