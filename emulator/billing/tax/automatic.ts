import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";

type Subscription = Held<"subscription">;

/**
 * Stripe Tax for an account that is registered nowhere: it has to know where the customer is, and adds nothing.
 * https://docs.stripe.com/tax/customer-locations
 */
export function automaticTaxOf(
  { address }: Held<"customer">,
  given: { readonly enabled: boolean } | undefined,
): Subscription["automatic_tax"] {
  const enabled = given?.enabled ?? false;
  if (enabled && !address?.country) {
    throw invalidRequest(
      "The customer's location isn't recognized. Set a valid customer address in order to automatically calculate tax.",
      { code: "customer_tax_location_invalid", param: "automatic_tax" },
    );
  }
  return { disabled_reason: null, enabled, liability: enabled ? { type: "self" } : null };
}

/** What an invoice of a subscription says of it. */
export function automaticTaxOnInvoice({
  automatic_tax: tax,
}: Subscription): Held<"invoice">["automatic_tax"] {
  const { enabled, liability } = tax;
  return {
    ...{ disabled_reason: null, enabled, liability },
    provider: enabled ? "stripe" : null,
    status: enabled ? "complete" : null,
  };
}
