import type { StripePaymentElementOptions } from "@stripe/stripe-js";
import { make } from "./element";

/** What the holder agrees to when the card is kept for later payments, as `terms.card` wants it shown. */
export function termsText(options: StripePaymentElementOptions, keepsCard: boolean): HTMLElement | null {
  const wanted = options.terms?.card ?? "auto";
  if (wanted === "never" || (wanted === "auto" && !keepsCard)) return null;
  const business = options.business?.name ?? "the business";
  return make(
    "p",
    { class: "TermsText" },
    `By providing your card information, you allow ${business} to charge your card for future payments in accordance with their terms.`,
  );
}
