import type { Stripe } from "@stripe/stripe-js";
import { loadStripe } from "@stripe/stripe-js/pure";

export type StripeSource = {
  publishableKey: string;
  /** Where the stand-in for Stripe serves its script; null to load Stripe's own. */
  emulatorUrl: string | null;
};

const loading = new Map<string, Promise<Stripe>>();

/**
 * Stripe.js, loaded when it is first asked for and once a page. The package loads from its built-in address unless
 * `window.Stripe` is there already, which is how the stand-in comes in.
 *
 * @throws when the script can't be had; the next call tries again
 */
export function stripeJs(source: StripeSource): Promise<Stripe> {
  const known = loading.get(source.publishableKey);
  if (known) return known;
  const asked = load(source);
  loading.set(source.publishableKey, asked);
  asked.catch(() => loading.delete(source.publishableKey));
  return asked;
}

async function load({ publishableKey, emulatorUrl }: StripeSource): Promise<Stripe> {
  if (emulatorUrl !== null) await loadScript(`${emulatorUrl}/endive/stripe.js`);
  const stripe = await loadStripe(publishableKey);
  if (!stripe) throw new Error("Stripe.js is for browsers only.");
  return stripe;
}

function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${src} can't be loaded.`));
    };
    document.head.append(script);
  });
}
