import type { StripePaymentElementOptions } from "@stripe/stripe-js";
import type { FormParams } from "../api";
import { isObject } from "../api";
import { type AddressPart, type Contact, isHidden, isLeftOut } from "../billing-fields";
import { IntegrationError } from "./errors";

/** The billing details a card form collects of its own, by the API's name. */
const COLLECTED: ReadonlyArray<readonly [AddressPart, string]> = [
  ["country", "country"],
  ["postalCode", "postal_code"],
];

const CONTACTS: readonly Contact[] = ["name", "email", "phone"];

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

/**
 * A field the form leaves out has to come with the confirmation.
 * @see https://docs.stripe.com/js/elements_object/create_payment_element#payment_element_create-options-fields
 */
export function requireHiddenFields(
  options: StripePaymentElementOptions,
  params: FormParams,
  caller: string,
): void {
  const require = (path: string[]) => {
    const name = ["billing_details", ...path].join(".");
    if (at(params, ["payment_method_data", "billing_details", ...path]) !== undefined) return;
    throw new IntegrationError(
      `You specified "never" for fields.${name} when creating the payment Element, but did not pass confirmParams.payment_method_data.${name} when calling ${caller}. If you opt out of collecting data via the payment Element using the fields option, the data must be passed in when calling ${caller}.`,
    );
  };
  for (const contact of CONTACTS) if (isLeftOut(options, contact)) require([contact]);
  for (const [part, name] of COLLECTED) if (isHidden(options, part)) require(["address", name]);
}
