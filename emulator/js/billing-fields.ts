import type { StripePaymentElementOptions } from "@stripe/stripe-js";

export type CollectedField = "country" | "postalCode";

/** True where `fields.billingDetails` says that the page collects this part of the address itself. */
export function isHidden(options: StripePaymentElementOptions, field: CollectedField): boolean {
  const details = options.fields?.billingDetails;
  if (typeof details !== "object") return details === "never";
  const { address } = details;
  return typeof address === "object" ? address[field] === "never" : address === "never";
}
