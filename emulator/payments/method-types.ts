import { invalidRequest } from "../core/errors";
import type { Held } from "../core/kinds";

type Types = Pick<
  Held<"payment_intent">,
  "allowed_payment_method_types" | "excluded_payment_method_types" | "payment_method_types"
>;
type Allowed = NonNullable<Types["allowed_payment_method_types"]>;
type Excluded = NonNullable<Types["excluded_payment_method_types"]>;
type Given = {
  readonly allowed_payment_method_types?: "" | Allowed;
  readonly excluded_payment_method_types?: "" | Excluded;
};

/** The kind of payment methods that accounts of the stand-in have activated. */
const ACTIVATED = "card";

/**
 * Which of the account's kinds of payment methods an intent may be paid with: as a request says, else as `present`.
 * Throws 400 for one that the account hasn't activated, and where none is left.
 * https://docs.stripe.com/payments/payment-methods/integration-options
 */
export function methodTypes(given: Given, present: Partial<Types> = {}): Types {
  const allowed = given.allowed_payment_method_types ?? present.allowed_payment_method_types ?? "";
  const excluded = given.excluded_payment_method_types ?? present.excluded_payment_method_types ?? "";
  const foreign = [...allowed].find((type) => type !== ACTIVATED);
  if (foreign !== undefined) {
    throw invalidRequest(
      `The payment method type "${foreign}" is invalid. Please ensure the provided type is activated in your dashboard (https://dashboard.stripe.com/account/payments/settings) and your account is enabled for any preview features that you are trying to use. See https://stripe.com/docs/payments/payment-methods/integration-options for supported payment method, currency, and country combinations.`,
      { code: "payment_method_unactivated", param: "allowed_payment_method_types" },
    );
  }
  if (excluded !== "" && excluded.includes(ACTIVATED)) {
    throw invalidRequest("No payment method types are left that the account has activated.", {
      param: "excluded_payment_method_types",
    });
  }
  return {
    allowed_payment_method_types: allowed || null,
    excluded_payment_method_types: excluded || null,
    payment_method_types: [ACTIVATED],
  };
}
