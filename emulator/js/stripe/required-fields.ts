import type { StripePaymentElementOptions } from "@stripe/stripe-js";
import type { FormParams } from "../api";
import { isObject } from "../api";
import { type CollectedField, isHidden } from "../billing-fields";
import { IntegrationError } from "./errors";

/** The billing details a card form collects of its own, by the API's name. */
const COLLECTED: ReadonlyArray<readonly [CollectedField, string]> = [
  ["country", "country"],
  ["postalCode", "postal_code"],
];

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
  for (const [field, name] of COLLECTED) {
    const given = at(params, ["payment_method_data", "billing_details", "address", name]);
    if (!isHidden(options, field) || given !== undefined) continue;
    const path = `billing_details.address.${name}`;
    throw new IntegrationError(
      `You specified "never" for fields.${path} when creating the payment Element, but did not pass confirmParams.payment_method_data.${path} when calling ${caller}. If you opt out of collecting data via the payment Element using the fields option, the data must be passed in when calling ${caller}.`,
    );
  }
}
