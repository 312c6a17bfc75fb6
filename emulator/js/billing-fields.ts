import type { StripePaymentElementOptions } from "@stripe/stripe-js";

type Details = NonNullable<NonNullable<StripePaymentElementOptions["fields"]>["billingDetails"]>;

export type AddressPart = "country" | "postalCode";
export type Contact = "name" | "email" | "phone";

function detailsOf(options: StripePaymentElementOptions): Exclude<Details, string> | "never" | "auto" {
  return options.fields?.billingDetails ?? "auto";
}

/** True where `fields.billingDetails` says that the page collects this part of the address itself. */
export function isHidden(options: StripePaymentElementOptions, part: AddressPart): boolean {
  const details = detailsOf(options);
  if (typeof details !== "object") return details === "never";
  const { address } = details;
  return typeof address === "object" ? address[part] === "never" : address === "never";
}

/** True where the page says that it collects this detail itself, and so has to send it. */
export function isLeftOut(options: StripePaymentElementOptions, contact: Contact): boolean {
  const details = detailsOf(options);
  return typeof details === "object" ? details[contact] === "never" : details === "never";
}

/** True where the form is to ask for the name although a card doesn't need it. */
export function asksName(options: StripePaymentElementOptions): boolean {
  const details = detailsOf(options);
  return typeof details === "object" && details.name === "always";
}
