import type { Held } from "../core/kinds";
import { mergeAddress, settled } from "../resources/fields";
import { noBillingDetails } from "./card-payment-method";

type BillingDetails = Held<"payment_method">["billing_details"];
type Address = NonNullable<BillingDetails["address"]>;

/** `billing_details` as they arrive: an empty string takes a detail away. */
export type BillingDetailsGiven = {
  readonly address?: "" | { readonly [Part in keyof Address]?: string };
  readonly email?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly tax_id?: string;
};

/** Billing details after a request: what isn't given stays as it was. */
export function mergeBillingDetails(
  present: BillingDetails,
  given: BillingDetailsGiven | undefined,
): BillingDetails {
  if (!given) return present;
  return {
    address: address(present.address, given.address),
    email: settled(given.email, present.email),
    name: settled(given.name, present.name),
    phone: settled(given.phone, present.phone),
    tax_id: settled(given.tax_id, present.tax_id),
  };
}

function address(present: Address | null, given: BillingDetailsGiven["address"]): Address | null {
  if (given === undefined) return present;
  return given === "" ? noBillingDetails.address : mergeAddress(given, present);
}
